package org.dutyledger.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dutyledger.ledger.Commits;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.memory.MemoryCheckpoints;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.ledger.restore.StoreVerifier;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.StreamsRoot;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In an export and in a store alike; the commits are sound throughout, only what reports say of them is not. */
class IssuedReportsTest {
    private final MemoryLedger ledger = new MemoryLedger();
    private final Map<String, Long> next = new HashMap<>();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aReportOfWhatCameBeforeIt_holdsAndIsCounted() {
        sampleCycle();
        issue("r1", "c", "2", root("c", 2));
        commit("evidence/c/3");
        issue("r2", "c", "4", root("c", 4));
        issue("r3", "d", "1", root("d", 1));
        assertThat(inExport().found()).isEmpty();
        assertThat(inExport().issued()).isEqualTo(3);
        assertThat(inExport().statement()).isPresent();
        assertThat(inStore().found()).isEmpty();
        assertThat(inStore().issued()).isEqualTo(3);
    }

    @Test
    void anotherRoot_isNamedWithReportPlaceAndLine() {
        sampleCycle();
        issue("r1", "c", "4", root("c", 4));
        issue("r2", "c", "4", root("c", 3));
        commit("evidence/c/3");
        assertBroken("report 'r2' of cycle 'c', issued at position 6", 6);
    }

    @Test
    void aStreamLeftOut_isFound() {
        sampleCycle();
        Map<String, StreamsRoot.End> without = ends("c", 4);
        assertThat(without.remove("evidence/c/1")).isNotNull();
        issue("r1", "c", "4", StreamsRoot.hex(without.values()));
        assertBroken("report 'r1' of cycle 'c', issued at position 5", 5);
    }

    @Test
    void aPlaceThatIsNotBeforeTheReport_isFound() {
        for (String place : List.of("5", "6", "99999999999999999999", "-1", "")) {
            IssuedReportsTest each = new IssuedReportsTest();
            each.sampleCycle();
            each.issue("r1", "c", place, each.root("c", 4));
            each.assertBroken("upToPosition '" + place + "' is not a position before it", 5);
            each.close();
        }
    }

    @Test
    void aReportInAnotherStream_orWithoutItsMembers_isFound() {
        sampleCycle();
        append("cycle/d", "report.issued.v2", payload("r1", "c", "4", root("c", 4)));
        assertBroken("it is in the stream 'cycle/d'", 5);
        IssuedReportsTest other = new IssuedReportsTest();
        other.append("cycle/c", "report.issued.v2", "[]");
        other.assertBroken("report '' of cycle ''", 0);
        other.close();
    }

    @Test
    void aReportOfBeforeRootsWereRecorded_isNotCounted() {
        sampleCycle();
        append("cycle/c", "report.issued.v1", "{}");
        assertThat(inExport().found()).isEmpty();
        assertThat(inExport().issued()).isZero();
    }

    @Test
    void aFileThatIsTruncatedMeanwhile_isNotSound() throws IOException {
        sampleCycle();
        issue("r1", "c", "4", root("c", 4));
        byte[] export = Exports.export(commits());
        List<InputStream> readings = new ArrayList<>(
                List.of(new ByteArrayInputStream(export), new ByteArrayInputStream(export, 0, export.length / 2)));
        LedgerReport report = new ExportVerifier(List.of(), List.of()).verify(() -> readings.remove(0));
        assertThat(report.found())
                .hasValueSatisfying(found -> assertThat(found.detail()).contains("is missing"));
    }

    @Property(tries = 100)
    void anyReports_rightRootsHold_andTheFirstWrongOneIsNamed(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int steps) {
        IssuedReportsTest made = new IssuedReportsTest();
        made.commit("cycle/c");
        long wrong = -1;
        long reports = 0;
        for (int i = 0; i < steps; i++) {
            long size = made.ledger.size();
            if (random.nextInt(4) > 0) {
                made.commit(List.of("cycle/c", "evidence/c/1", "evidence/c/2", "evidence/d/1", "else")
                        .get(random.nextInt(5)));
                continue;
            }
            long upTo = random.nextLong(size);
            boolean spoil = random.nextInt(8) == 0;
            wrong = spoil && wrong < 0 ? size : wrong;
            reports += wrong < 0 ? 1 : 0;
            String root = made.root("c", upTo);
            made.issue("r" + i, "c", Long.toString(upTo), spoil ? root.replace(root.charAt(0), 'x') : root);
        }
        if (wrong >= 0) {
            made.assertBroken("issued at position " + wrong, wrong);
        } else {
            assertThat(made.inExport().found()).isEmpty();
            assertThat(made.inStore().issued()).isEqualTo(reports);
        }
        made.close();
    }

    private void sampleCycle() {
        commit("cycle/c");
        commit("cycle/d");
        commit("evidence/c/1");
        commit("evidence/c/2");
        commit("evidence/c/1");
    }

    private void assertBroken(String what, long position) {
        for (LedgerReport report : List.of(inExport(), inStore())) {
            assertThat(report.statement()).isEmpty();
            assertThat(report.found()).hasValueSatisfying(found -> {
                assertThat(found.kind()).isEqualTo(Kind.ISSUED);
                assertThat(found.position()).isEqualTo(position);
                assertThat(found.detail()).contains(what);
            });
        }
        String line = new String(Exports.export(commits()), UTF_8)
                .lines()
                .toList()
                .get((int) inExport().lines() - 1);
        assertThat(line).startsWith("{\"position\":\"" + position + "\"");
    }

    private LedgerReport inExport() {
        return Exports.verify(Exports.export(commits()), Exports.KEYS.getPublic());
    }

    private LedgerReport inStore() {
        return new StoreVerifier(
                        List.of(Exports.KEYS.getPublic()),
                        new MemoryCheckpoints(),
                        List.of(Exports.checkpoint(commits())))
                .verify(() -> commits().stream());
    }

    private List<StoredCommit> commits() {
        return Commits.all(ledger);
    }

    private void commit(String stream) {
        append(stream, "t", "{}");
    }

    private void issue(String report, String cycle, String upTo, String root) {
        append("cycle/" + cycle, "report.issued.v2", payload(report, cycle, upTo, root));
    }

    private static String payload(String report, String cycle, String upTo, String root) {
        return "{\"cycle\":\"" + cycle + "\",\"files\":[{\"name\":\"report\"}],\"report\":\"" + report
                + "\",\"streamsRoot\":\"" + root + "\",\"upToPosition\":\"" + upTo + "\"}";
    }

    private void append(String stream, String type, String payload) {
        UUID commit = new UUID(1, ledger.size());
        long sequence = next.merge(stream, 1L, Long::sum) - 1;
        String id = stream + "#" + sequence;
        String data = "{\"aggregate\":\"" + stream + "\",\"commit\":\"" + commit + "\",\"id\":\"" + id
                + "\",\"payload\":" + payload + ",\"seq\":\"" + sequence + "\",\"type\":\"" + type + "\"}";
        NewEvent event = new NewEvent(stream, sequence, type, id, data.getBytes(UTF_8));
        ledger.append(new NewCommit(commit, null, Instant.EPOCH, List.of(event)));
    }

    private String root(String cycle, long upTo) {
        return StreamsRoot.hex(ends(cycle, upTo).values());
    }

    private Map<String, StreamsRoot.End> ends(String cycle, long upTo) {
        Map<String, StreamsRoot.End> ends = new TreeMap<>();
        for (StoredCommit commit : commits()) {
            for (StoredEvent event : commit.events()) {
                boolean counts = event.position() <= upTo
                        && (event.stream().equals("cycle/" + cycle)
                                || event.stream().startsWith("evidence/" + cycle + "/"));
                if (counts) {
                    String leaf = HexFormat.of().formatHex(CommitHash.leaf(event.data()));
                    ends.put(event.stream(), new StreamsRoot.End(event.stream(), event.sequence() + 1, leaf));
                }
            }
        }
        return ends;
    }
}
