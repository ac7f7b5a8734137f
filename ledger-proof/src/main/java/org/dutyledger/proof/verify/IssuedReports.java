package org.dutyledger.proof.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.StreamsRoot;
import org.dutyledger.proof.verify.ExportedCommit.ExportedEvent;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Recomputes, for every issued report, how far the streams of its cycle reached. The position that a report was made
 * from is before the event that records it, so commits are passed twice: to {@link #note}, which only remembers the
 * reports' claims, then to {@link #compare}. Keeps a few texts per report, and one end per stream of their cycles.
 */
public final class IssuedReports {
    /** With a streams root. */
    private static final Set<String> TYPES = Set.of("report.issued.v2", "report.issued.v3");

    /** A place in the ledger, as far as one cycle is concerned. */
    private record Place(String cycle, long upTo) {}

    /** The claim of a report about its streams. */
    private record Claim(long position, String stream, Map<String, String> stated) {
        String text(String member) {
            return stated.getOrDefault("payload/" + member, "");
        }

        /** Where it was made; none when there is no such place before it. */
        @Nullable
        Place place() {
            String upTo = text("upToPosition");
            return upTo.matches("0|[1-9][0-9]{0,17}") && Long.parseLong(upTo) < position
                    ? new Place(text("cycle"), Long.parseLong(upTo))
                    : null;
        }
    }

    private final Map<Long, Claim> claims = new TreeMap<>();
    private final Map<Long, Set<Place>> wanted = new HashMap<>();
    private final Map<Place, String> roots = new HashMap<>();
    private final Map<String, Map<String, StreamsRoot.End>> ends = new HashMap<>();
    private long compared;

    /** First reading: remembers the reports that a commit records. */
    void note(ExportedCommit commit) {
        for (int i = 0; i < commit.events().size(); i++) {
            ExportedEvent event = commit.events().get(i);
            if (TYPES.contains(event.type())) {
                Claim claim = new Claim(commit.position() + i, event.stream(), stated(event));
                claims.put(claim.position(), claim);
                Place place = claim.place();
                if (place != null) {
                    wanted.computeIfAbsent(place.upTo(), at -> new HashSet<>()).add(place);
                    ends.putIfAbsent(place.cycle(), new HashMap<>());
                }
            }
        }
    }

    /** Second reading, of the same commits from the first: the first report in this one that does not fit. */
    public Optional<LedgerBreak> compare(ExportedCommit commit) {
        List<LedgerBreak> found = new ArrayList<>();
        for (int i = 0; i < commit.events().size(); i++) {
            long position = commit.position() + i;
            reach(position, commit.events().get(i));
            Claim claim = claims.get(position);
            String wrong = claim == null ? null : wrong(claim);
            if (wrong != null) {
                found.add(new LedgerBreak(Kind.ISSUED, commit.position(), wrong));
            }
            compared += claim == null ? 0 : 1;
        }
        return found.stream().findFirst();
    }

    /** Whether all reports were compared; then there is no need to read on. */
    public boolean done() {
        return compared == claims.size();
    }

    /** Reports compared. */
    public long compared() {
        return compared;
    }

    /** The break to report when the second reading is over and not {@link #done}. */
    public LedgerBreak missing() {
        long position = claims.keySet().stream().skip(compared).findFirst().orElseThrow();
        return new LedgerBreak(
                Kind.ISSUED, position, "a report that was there is missing: the ledger is being altered");
    }

    private void reach(long position, ExportedEvent event) {
        Map<String, StreamsRoot.End> streams = ends.get(cycleOf(event.stream()));
        if (streams != null) {
            String leaf = HexFormat.of().formatHex(CommitHash.leaf(event.data()));
            StreamsRoot.End before = streams.get(event.stream());
            long length = before == null ? 1 : before.length() + 1;
            streams.put(event.stream(), new StreamsRoot.End(event.stream(), length, leaf));
        }
        for (Place place : wanted.getOrDefault(position, Set.of())) {
            roots.put(
                    place,
                    StreamsRoot.hex(ends.getOrDefault(place.cycle(), Map.of()).values()));
        }
    }

    private @Nullable String wrong(Claim claim) {
        String report = "report '" + claim.text("report") + "' of cycle '" + claim.text("cycle")
                + "', issued at position " + claim.position() + ": ";
        Place place = claim.place();
        if (!claim.stream().equals("cycle/" + claim.text("cycle"))) {
            return report + "it is in the stream '" + claim.stream() + "'";
        }
        if (place == null) {
            return report + "upToPosition '" + claim.text("upToPosition") + "' is not a position before it";
        }
        String root = roots.get(place);
        return claim.text("streamsRoot").equals(root)
                ? null
                : report + "the streams up to position " + place.upTo() + " give the root " + root + ", recorded is '"
                        + claim.text("streamsRoot") + "'";
    }

    /** The cycle that a stream belongs to; the stream's own name when to none. */
    private static String cycleOf(String stream) {
        String[] parts = stream.split("/", 3);
        boolean ofCycle =
                parts[0].equals("cycle") && parts.length == 2 || parts[0].equals("evidence") && parts.length == 3;
        return ofCycle ? parts[1] : stream;
    }

    private static Map<String, String> stated(ExportedEvent event) {
        try {
            return EventFields.stated(event.data(), "payload");
        } catch (JacksonException | IllegalArgumentException e) {
            return Map.of();
        }
    }
}
