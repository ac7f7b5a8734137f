package org.dutyledger.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.junit.jupiter.api.Test;

class ExportVerifierTest {
    private static final int COMMITS = 12;
    private static final List<StoredCommit> LEDGER = Exports.ledger(COMMITS);
    private static final byte[] EXPORT = Exports.export(LEDGER);
    /** Head, commits, a checkpoint behind the first, sixth and eleventh of them, seal. */
    private static final int LINES = 1 + COMMITS + 3 + 1;

    @Test
    void aSoundExport_holds() {
        LedgerReport report = Exports.verify(EXPORT, Exports.KEYS.getPublic());
        assertThat(report.found()).isEmpty();
        assertThat(report.commits()).isEqualTo(COMMITS);
        assertThat(report.lines()).isEqualTo(LINES);
        assertThat(report.streams()).isEqualTo(3);
        assertThat(report.statement()).hasValueSatisfying(s -> {
            assertThat(s.checkpoint().size()).isEqualTo(report.events());
            assertThat(s.keyFromElsewhere()).isTrue();
        });
        assertThat(Exports.verify(EXPORT, null).statement())
                .hasValueSatisfying(s -> assertThat(s.keyFromElsewhere()).isFalse());
    }

    @Test
    void anEmptyLedger_holds() {
        assertThat(Exports.verify(Exports.export(List.of()), null).found()).isEmpty();
    }

    @Test
    void anEmptyFile_isCutOff() {
        assertThat(kind(new byte[0])).isEqualTo(Kind.END);
    }

    @Property(tries = 3000)
    void anyFlippedBit_isFoundInItsLine(
            @ForAll @IntRange(max = 1_000_000) int at, @ForAll @IntRange(max = 7) int bit, @ForAll boolean trusting) {
        byte[] altered = EXPORT.clone();
        int place = at % altered.length;
        altered[place] ^= (byte) (1 << bit);
        LedgerReport report = Exports.verify(altered, trusting ? null : Exports.KEYS.getPublic());
        assertThat(report.statement()).isEmpty();
        assertThat(report.found()).isPresent();
        assertThat(report.lines()).isEqualTo(lineOf(place));
        assertThat(report.found().orElseThrow().position()).isEqualTo(positionOf(lineOf(place)));
    }

    @Property(tries = 500)
    void anyRemovedLine_isFoundAtItsPlace(@ForAll @IntRange(max = LINES - 1) int at) {
        List<String> lines = lines();
        lines.remove(at);
        assertFoundInLine(lines, at == LINES - 1 ? LINES - 1 : at + 1);
    }

    @Property(tries = 300)
    void anySwappedLines_areFoundAtTheFirst(
            @ForAll @IntRange(max = LINES - 1) int one, @ForAll @IntRange(max = LINES - 1) int other) {
        List<String> lines = lines();
        Collections.swap(lines, one, other);
        if (one != other) {
            assertFoundInLine(lines, Math.min(one, other) + 1);
        }
    }

    @Property(tries = 300)
    void anyDuplicateOrInsertedLine_isFoundAtItsPlace(
            @ForAll @IntRange(max = LINES - 1) int which, @ForAll @IntRange(max = LINES) int at) {
        List<String> lines = lines();
        lines.add(at, lines().get(which));
        // the same line twice in a row: it is the second that does not belong
        assertFoundInLine(lines, at == which ? at + 2 : at + 1);
    }

    @Property(tries = 300)
    void anyCutTail_isFound(@ForAll @IntRange(max = 1_000_000) int at) {
        int length = at % EXPORT.length;
        LedgerReport report = Exports.verify(Arrays.copyOf(EXPORT, length), null);
        assertThat(report.found()).map(LedgerBreak::kind).hasValue(Kind.END);
    }

    @Test
    void alteredContent_isNamedForWhatItIs() {
        assertThat(kind(altered("18.87", "18.88"))).isEqualTo(Kind.HASH);
        assertThat(kind(replaced("\"sequence\":\"0\"", "\"sequence\":\"1\""))).isEqualTo(Kind.SEQUENCE);
        assertThat(kind(replaced("\"type\":\"figure.s", "\"type\":\"figure.S"))).isEqualTo(Kind.FIELD);
        assertThat(kind(replaced("\"request\":\"o:0\"", "\"request\":\"o:9\""))).isEqualTo(Kind.FIELD);
        assertThat(kind(replaced("\"recordedAt\":\"2022", "\"recordedAt\":\"2021")))
                .isEqualTo(Kind.SUM);
        assertThat(kind(replaced("\"position\":\"0\"", "\"position\":\"00\""))).isEqualTo(Kind.FORM);
    }

    @Test
    void aDateAlteredWithAllSums_isCaughtByTheSeal() {
        List<StoredCommit> forged = new ArrayList<>(LEDGER);
        StoredCommit c = forged.get(3);
        forged.set(
                3,
                new StoredCommit(
                        c.position(), c.id(), c.requestId(), Instant.EPOCH, c.previousHash(), c.hash(), c.events()));
        List<String> theirs = lines(Exports.export(forged));
        theirs.set(LINES - 1, lines().get(LINES - 1));
        LedgerReport report = Exports.verify(bytes(theirs), null);
        assertThat(report.lines()).isEqualTo(LINES);
        assertThat(report.found()).map(LedgerBreak::kind).hasValue(Kind.SUM);
    }

    @Test
    void aLedgerSignedAgainByAnotherKey_isDetectedByTheTrustedOne() {
        byte[] forged =
                Exports.export(Exports.ledger(7), new NoteSigner("dutyledger.example/test", Ed25519Keys.generate()));
        assertThat(Exports.verify(forged, null).found()).isEmpty();
        assertThat(Exports.verify(forged, Exports.KEYS.getPublic()).found())
                .map(LedgerBreak::kind)
                .hasValue(Kind.SIGNATURE);
    }

    @Test
    void aCheckpointKeptFromBefore_mustBeContinued() {
        var before = Exports.checkpoint(LEDGER.subList(0, 5));
        LedgerReport report = Exports.verify(EXPORT, Exports.KEYS.getPublic(), before);
        assertThat(report.statement())
                .hasValueSatisfying(s -> assertThat(s.earlier()).isEqualTo(4));
        // the same key signs another history: only what was kept outside shows it
        byte[] rewritten = Exports.export(Exports.ledger(COMMITS + 1));
        assertThat(Exports.verify(rewritten, Exports.KEYS.getPublic()).found()).isEmpty();
        assertThat(Exports.verify(rewritten, Exports.KEYS.getPublic(), before).found())
                .map(LedgerBreak::kind)
                .hasValue(Kind.EARLIER);
    }

    private static Kind kind(byte[] export) {
        return Exports.verify(export, null).found().orElseThrow().kind();
    }

    private static void assertFoundInLine(List<String> lines, int line) {
        LedgerReport report = Exports.verify(bytes(lines), Exports.KEYS.getPublic());
        assertThat(report.found()).isPresent();
        assertThat(report.lines()).isEqualTo(line);
    }

    private static int lineOf(int place) {
        return (int) new String(EXPORT, 0, place, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    /** The position that is due in a line. */
    private static long positionOf(int line) {
        long commits = lines().stream()
                .limit(line - 1)
                .filter(l -> l.startsWith("{\"position"))
                .count();
        return LEDGER.stream().limit(commits).mapToLong(c -> c.events().size()).sum();
    }

    private static List<String> lines() {
        return lines(EXPORT);
    }

    private static List<String> lines(byte[] export) {
        return new ArrayList<>(new String(export, UTF_8).lines().toList());
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    private static byte[] replaced(String what, String by) {
        return new String(EXPORT, UTF_8)
                .replaceFirst(java.util.regex.Pattern.quote(what), by)
                .getBytes(UTF_8);
    }

    /** Alters the first event's bytes inside their Base64. */
    private static byte[] altered(String what, String by) {
        StoredEvent event = LEDGER.get(0).events().get(0);
        String before = java.util.Base64.getEncoder().encodeToString(event.data());
        String after = java.util.Base64.getEncoder()
                .encodeToString(
                        new String(event.data(), UTF_8).replace(what, by).getBytes(UTF_8));
        return replaced(before, after);
    }
}
