package org.dutyledger.submission.view;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.events.Streams;
import org.dutyledger.indicators.files.FrameworkRegistry;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.submission.framework.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * The cycles, as folds of their streams. A fold is continued from the ledger when it is older than two seconds, and at
 * once when it lacks the requested cycle; so another instance's registrations are visible, and an outdated answer is
 * never older than that. Whether a cycle is open is not decided here but by the aggregates.
 */
public final class CycleDirectory {
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final FrameworkRegistry<Catalogue> frameworks;
    private final LongSupplier nanos;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final TreeMap<String, CycleOpened> openings = new TreeMap<>();
    private long scanned;

    /** @param nanos a monotonic clock: with that of the wall, a clock set back would keep an old state fresh */
    public CycleDirectory(LedgerReader ledger, FrameworkRegistry<Catalogue> frameworks, LongSupplier nanos) {
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.nanos = nanos;
    }

    /** The cycle, at most two seconds old. */
    public Optional<CycleView> find(String cycle) {
        Seen known = seen.get(cycle);
        if (known != null && nanos.getAsLong() - known.at() < FRESH_NANOS) {
            return Optional.of(known.view());
        }
        return refresh(cycle);
    }

    /** The cycle as the ledger has it now. */
    public Optional<CycleView> refresh(String cycle) {
        long now = nanos.getAsLong();
        Seen known = seen.get(cycle);
        CycleView view = readOn(cycle, known == null ? null : known.view());
        if (view == null) {
            return Optional.empty();
        }
        seen.merge(
                cycle,
                new Seen(view, now),
                (a, b) -> a.view().lastSequence() > b.view().lastSequence() ? a : b);
        return Optional.of(view);
    }

    /**
     * The cycle.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN}
     */
    public CycleView require(String cycle) {
        return find(cycle).orElseThrow(() -> unknown(cycle));
    }

    /** 404 for a cycle that does not exist, and the same for one that the caller may not see. */
    public static Problem unknown(String cycle) {
        return new Problem(404, "CYCLE_UNKNOWN", "there is no cycle '" + shorten(cycle) + "'");
    }

    /**
     * The cycle, with an organisation in it.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN} or {@code UNKNOWN_ORGANISATION}
     */
    public CycleView requireWith(String cycle, String organisation) {
        CycleView view = require(cycle);
        if (!view.organisations().containsKey(organisation)) {
            view = refresh(cycle).orElse(view);
        }
        if (!view.organisations().containsKey(organisation)) {
            throw new Problem(
                    404,
                    "UNKNOWN_ORGANISATION",
                    "organisation '" + shorten(organisation) + "' is not registered in cycle '" + shorten(cycle) + "'");
        }
        return view;
    }

    /**
     * The cycle, for a submission of an organisation. A cycle in which the organisation is not registered is not shown to
     * it.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN}, the same when there is no such cycle
     */
    public CycleView requireFor(String organisation, String cycle) {
        return find(cycle)
                .filter(view -> view.organisations().containsKey(organisation))
                .or(() -> refresh(cycle))
                .filter(view -> view.organisations().containsKey(organisation))
                .orElseThrow(() -> new Problem(
                        404,
                        "CYCLE_UNKNOWN",
                        "there is no cycle '" + shorten(cycle) + "' in which organisation '" + shorten(organisation)
                                + "' is registered"));
    }

    /**
     * Demands that a commit of the ledger ends at a position: a report cannot have been made from what is not recorded, nor
     * from half of what was recorded together.
     *
     * @throws Problem 422 {@code INVALID_FIELD}
     */
    public void requireCommitEnd(long position) {
        List<StoredCommit> commits = ledger.read(position, 1);
        if (commits.isEmpty()) {
            throw new Problem(
                    422,
                    "INVALID_FIELD",
                    "upToPosition: the ledger holds the positions before " + ledger.size() + " only");
        }
        long last = commits.get(0).nextPosition() - 1;
        if (position != last) {
            throw new Problem(
                    422,
                    "INVALID_FIELD",
                    "upToPosition: " + position + " is inside a commit; its last position is " + last);
        }
    }

    /** Every cycle. Reads on where the last call ended, so only the first call after a start reads the whole ledger. */
    public List<CycleView> all() {
        return openings().stream()
                .map(opened -> find(opened.cycle()))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Demands that no other cycle evaluates the same year of a jurisdiction by the same framework. One that was closed before
     * any report was issued from it was opened by mistake and does not count. Two requests at the same moment may both pass.
     *
     * @throws Problem 409 {@code YEAR_TAKEN}
     */
    public void requireFree(String cycle, String jurisdiction, String framework, int year) {
        openings().stream()
                .filter(opened -> !opened.cycle().equals(cycle))
                .filter(opened -> opened.jurisdiction().equals(jurisdiction)
                        && opened.framework().equals(framework)
                        && opened.year() == year)
                .map(opened -> require(opened.cycle()))
                .filter(view -> !view.closed() || !view.reports().isEmpty())
                .findFirst()
                .ifPresent(view -> {
                    throw new Problem(
                            409,
                            "YEAR_TAKEN",
                            "cycle '" + view.cycle() + "' evaluates " + year + " of jurisdiction " + jurisdiction
                                    + " by framework " + framework + "; use that cycle, or close it first");
                });
    }

    private synchronized List<CycleOpened> openings() {
        List<StoredCommit> page;
        do {
            page = ledger.read(scanned, PAGE);
            for (StoredCommit commit : page) {
                for (StoredEvent event : commit.events()) {
                    if (event.stream().startsWith(Streams.CYCLE_PREFIX)
                            && event.sequence() == 0
                            && decoded(event) instanceof CycleOpened opened) {
                        openings.put(opened.cycle(), opened);
                    }
                }
                scanned = commit.nextPosition();
            }
        } while (!page.isEmpty());
        return List.copyOf(openings.values());
    }

    private @Nullable CycleView readOn(String cycle, @Nullable CycleView from) {
        CycleView view = from;
        List<StoredEvent> page;
        do {
            page = ledger.readStream(Streams.cycle(cycle), view == null ? 0 : view.lastSequence() + 1, PAGE);
            for (StoredEvent stored : page) {
                DutyEvent event = decoded(stored);
                if (event instanceof CycleOpened opened) {
                    view = CycleView.open(opened, frameworks.exactly(CycleView.binding(opened)));
                } else if (view != null) {
                    view = view.after(stored.sequence(), event);
                }
            }
        } while (page.size() == PAGE);
        return view;
    }

    private static DutyEvent decoded(StoredEvent stored) {
        return RecordedEvent.decode(stored.position(), null, stored.data()).event();
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private record Seen(CycleView view, long at) {}
}
