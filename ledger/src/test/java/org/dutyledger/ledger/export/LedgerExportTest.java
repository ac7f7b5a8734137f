package org.dutyledger.ledger.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.memory.MemoryCheckpoints;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.verify.ExportVerifier;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.dutyledger.proof.verify.LedgerReport;
import org.junit.jupiter.api.Test;

/** What the export of a ledger is, sound or broken. */
class LedgerExportTest {
    private final NoteSigner notes = new NoteSigner("dutyledger/test", Ed25519Keys.generate());
    private final List<StoredCommit> commits = SampleLedger.commits(450);

    @Test
    void aSoundLedger_isExportedUpToItsCheckpoint_withEveryEarlierOne() throws Exception {
        List<SignedNote> earlier = List.of(signed(0), signed(1), signed(300), signed(400), signed(420));
        LedgerReport report = verify(export(commits, signed(400), earlier));
        assertThat(report.found()).isEmpty();
        assertThat(report.commits()).isEqualTo(400);
        assertThat(report.statement())
                .hasValueSatisfying(s -> assertThat(s.earlier()).isEqualTo(3));
    }

    @Test
    void anEmptyLedger_isExported() throws Exception {
        assertThat(verify(export(commits, signed(0), List.of())).found()).isEmpty();
    }

    @Test
    void anAlteredCommit_isRefusedAtItsPlace() throws Exception {
        List<StoredCommit> altered = new ArrayList<>(commits);
        StoredCommit c = altered.get(250);
        StoredEvent e = c.events().get(0);
        byte[] data = new String(e.data(), UTF_8).replace("18.87", "18.88").getBytes(UTF_8);
        altered.set(
                250,
                new StoredCommit(
                        c.position(),
                        c.id(),
                        c.requestId(),
                        c.recordedAt(),
                        c.previousHash(),
                        c.hash(),
                        List.of(new StoredEvent(e.position(), e.stream(), e.sequence(), e.type(), e.id(), data))));
        refuses(altered, signed(450), List.of(), "\"position\":\"250\"", "HASH");
    }

    @Test
    void aMissingCommit_orTail_isRefused() throws Exception {
        List<StoredCommit> hole = new ArrayList<>(commits);
        hole.remove(250);
        refuses(hole, signed(450), List.of(), "\"position\":\"250\"", "no commit is stored at position 250");
        refuses(commits.subList(0, 420), signed(450), List.of(), "no commit is stored at position 420");
    }

    @Test
    void aRewrittenLedger_isRefused_thoughItsChainIsSound() throws Exception {
        List<StoredCommit> rewritten = SampleLedger.commits(450, "18.88");
        refuses(rewritten, signed(450), List.of(), "not those that the checkpoint was signed for");
        SignedNote checkpoint = CheckpointSigner.forgetful(notes).sign(SampleLedger.tree(rewritten));
        refuses(rewritten, checkpoint, List.of(signed(300)), "EARLIER", "\"position\":\"300\"");
    }

    private void refuses(List<StoredCommit> stored, SignedNote checkpoint, List<SignedNote> earlier, String... reasons)
            throws Exception {
        byte[] export = export(stored, checkpoint, earlier);
        List<String> lines = new String(export, UTF_8).lines().toList();
        assertThat(lines.get(lines.size() - 1))
                .startsWith("{\"refused\":\"LEDGER_BROKEN\"")
                .contains(reasons);
        assertThat(new String(export, UTF_8)).doesNotContain("\"seal\"");
        LedgerReport report = verify(export);
        assertThat(report.statement()).isEmpty();
        assertThat(report.found())
                .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(Kind.REFUSED));
    }

    private SignedNote signed(int size) {
        return CheckpointSigner.forgetful(notes).sign(SampleLedger.tree(commits.subList(0, size)));
    }

    private byte[] export(List<StoredCommit> stored, SignedNote checkpoint, List<SignedNote> earlier) {
        Ledger ledger = SampleLedger.showing(stored);
        MemoryCheckpoints history = new MemoryCheckpoints();
        earlier.forEach(note -> history.keep(note, history.newest()));
        LedgerExport export = new LedgerExport(ledger, CheckpointSigner.forgetful(notes), checkpoint, history);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] page = export.next(); page.length > 0; page = export.next()) {
            file.writeBytes(page);
        }
        return file.toByteArray();
    }

    private LedgerReport verify(byte[] export) throws Exception {
        return new ExportVerifier(List.of(notes.publicKey()), List.of()).verify(() -> new ByteArrayInputStream(export));
    }
}
