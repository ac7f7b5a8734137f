package org.dutyledger.ledger.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.dutyledger.ledger.Commits;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.backend.MongoFixture;
import org.dutyledger.ledger.export.LedgerExport;
import org.dutyledger.ledger.export.SampleLedger;
import org.dutyledger.ledger.memory.MemoryCheckpoints;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.ledger.mongo.MongoStoredLog;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.ledger.notary.MongoCheckpoints;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.verify.ExportVerifier;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.dutyledger.proof.verify.LedgerReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An export is restored unchanged, also after interruptions. */
abstract class RestoreContract {
    private static final int COMMITS = 1_200;
    private final NoteSigner notes = new NoteSigner("dutyledger/test", Ed25519Keys.generate());
    private final ExportVerifier verifier = new ExportVerifier(List.of(notes.publicKey()), List.of());

    abstract MongoFixture mongo();

    @AfterEach
    void close() {
        mongo().closeLedgers();
    }

    @Test
    void whileAppendsContinue_anExportIsComplete_andIsRestoredLineByLine() throws Exception {
        MongoLedger ledger = mongo().newLedger();
        CompletableFuture<Void> appends = CompletableFuture.runAsync(() -> append(ledger, 0, COMMITS));
        while (ledger.size() < COMMITS / 3) {
            assertThat(appends.isCompletedExceptionally()).isFalse();
        }
        CheckpointHistory history = new MemoryCheckpoints();
        List<StoredCommit> first = Commits.all(ledger);
        history.keep(signed(first.subList(0, 100)), history.newest());
        byte[] export = export(ledger, signed(first), history);
        appends.join();
        assertThat(verifier.verify(() -> new ByteArrayInputStream(export)).commits())
                .isEqualTo(first.size());

        MongoDatabase fresh = mongo().newDatabase();
        RestoreTarget target = MongoStoredLog.forRestore(fresh);
        assertThat(new Restore(target, verifier).load(new ByteArrayInputStream(export)))
                .isZero();
        LedgerReport report =
                new Restore(target, verifier).confirm(new ByteArrayInputStream(export), List.of(notes.publicKey()));
        assertThat(report.found()).isEmpty();
        assertThat(report.events()).isEqualTo(first.size());
        assertThat(report.statement())
                .hasValueSatisfying(s -> assertThat(s.earlier()).isEqualTo(1));

        try (MongoLedger restored = MongoLedger.open(fresh)) {
            byte[] again = export(restored, signed(first), new MongoCheckpoints(fresh));
            assertThat(new String(again, UTF_8)).isEqualTo(new String(export, UTF_8));
            append(restored, first.size(), first.size() + 3);
            Commits.verified(restored);
            assertThat(restored.append(SampleLedger.commit(5, "18.87")).repeated())
                    .isTrue();
        }
    }

    @Test
    void interruptedRestore_cannotBeOpened_andContinuesWhereItStopped() throws Exception {
        List<StoredCommit> commits = SampleLedger.commits(COMMITS);
        byte[] export = export(SampleLedger.showing(commits), signed(commits), new MemoryCheckpoints());
        MongoDatabase fresh = mongo().newDatabase();
        RestoreTarget target = MongoStoredLog.forRestore(fresh);
        // the file cannot be read any further in the middle of the load
        assertThatThrownBy(() -> new Restore(target, verifier).load(new Torn(export, export.length * 3 / 4)))
                .isInstanceOf(IOException.class);
        long stored = target.store().tail().next();
        assertThat(stored).isBetween(1L, COMMITS - 1L);
        assertThatThrownBy(() -> MongoLedger.open(fresh)).hasMessageContaining("was not finished");

        List<StoredCommit> others = SampleLedger.commits(COMMITS, "18.88");
        byte[] other = export(SampleLedger.showing(others), signed(others), new MemoryCheckpoints());
        assertThatThrownBy(() -> new Restore(target, verifier).load(new ByteArrayInputStream(other)))
                .isInstanceOf(RestoreException.class)
                .hasMessageContaining("position 0");
        List<StoredCommit> shorter = commits.subList(0, 3);
        byte[] less = export(SampleLedger.showing(shorter), signed(shorter), new MemoryCheckpoints());
        assertThatThrownBy(() -> new Restore(target, verifier).load(new ByteArrayInputStream(less)))
                .isInstanceOf(RestoreException.class)
                .hasMessageContaining("the export only 3");

        assertThat(new Restore(target, verifier).load(new ByteArrayInputStream(export)))
                .isEqualTo(stored);
        assertThat(new Restore(target, verifier)
                        .confirm(new ByteArrayInputStream(export), List.of())
                        .found())
                .isEmpty();
        try (MongoLedger restored = MongoLedger.open(fresh)) {
            assertThat(restored.size()).isEqualTo(COMMITS);
        }
    }

    @Test
    void aLedgerThatIsNotEmpty_isLeftAlone() throws Exception {
        List<StoredCommit> commits = SampleLedger.commits(20);
        byte[] export = export(SampleLedger.showing(commits), signed(commits), new MemoryCheckpoints());
        MongoDatabase used = mongo().newDatabase();
        try (MongoLedger ledger = MongoLedger.open(used)) {
            append(ledger, 0, 2);
        }
        RestoreTarget target = MongoStoredLog.forRestore(used);
        assertThatThrownBy(() -> new Restore(target, verifier).load(new ByteArrayInputStream(export)))
                .hasMessageContaining("not empty: it holds 2 events");
        MongoLedger.open(used).close();
    }

    @Test
    void differenceFromTheExport_isFoundBeforeTheLedgerIsOpened() throws Exception {
        List<StoredCommit> commits = SampleLedger.commits(20);
        byte[] export = export(SampleLedger.showing(commits), signed(commits), new MemoryCheckpoints());
        MongoDatabase fresh = mongo().newDatabase();
        Restore restore = new Restore(MongoStoredLog.forRestore(fresh), verifier);
        restore.load(new ByteArrayInputStream(export));
        fresh.getCollection("log")
                .updateOne(new Document("_id", 7L), new Document("$set", new Document("ts", new java.util.Date(0))));
        assertThat(restore.confirm(new ByteArrayInputStream(export), List.of()).found())
                .hasValueSatisfying(found -> {
                    assertThat(found.kind()).isEqualTo(Kind.DIFFERS);
                    assertThat(found.position()).isEqualTo(7);
                    assertThat(found.detail()).contains("recordedAt");
                });
        assertThatThrownBy(() -> MongoLedger.open(fresh)).hasMessageContaining("was not finished");
    }

    @Test
    void aStore_isCheckedAgainstEveryCheckpoint_andNothingIsWritten() {
        MongoDatabase database = mongo().newDatabase();
        CheckpointHistory none = MongoCheckpoints.reading(database);
        MongoStoredLog log = MongoStoredLog.in(database);
        assertThat(new StoreVerifier(List.of(), none, List.of()).verify(log).found())
                .isEmpty();
        assertThat(database.listCollectionNames()).isEmpty();
        try (MongoLedger ledger = MongoLedger.open(database)) {
            append(ledger, 0, 30);
        }
        List<StoredCommit> commits = SampleLedger.commits(40);
        List<SignedNote> given = List.of(signed(commits.subList(0, 10)), signed(commits.subList(0, 30)));
        assertThat(new StoreVerifier(List.of(notes.publicKey()), none, given)
                        .verify(log)
                        .found())
                .isEmpty();
        assertThat(new StoreVerifier(List.of(notes.publicKey()), none, List.of(signed(commits)))
                        .verify(log)
                        .found())
                .hasValueSatisfying(found -> {
                    assertThat(found.kind()).isEqualTo(Kind.END);
                    assertThat(found.detail()).contains("positions 30 to 39 are missing");
                });
    }

    private static void append(Ledger ledger, int from, int to) {
        for (int i = from; i < to; i++) {
            ledger.append(SampleLedger.commit(i, "18.87"));
        }
    }

    private SignedNote signed(List<StoredCommit> commits) {
        return CheckpointSigner.forgetful(notes).sign(SampleLedger.tree(commits));
    }

    private byte[] export(Ledger ledger, SignedNote checkpoint, CheckpointHistory history) {
        LedgerExport export = new LedgerExport(ledger, CheckpointSigner.forgetful(notes), checkpoint, history);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] page = export.next(); page.length > 0; page = export.next()) {
            file.writeBytes(page);
        }
        return file.toByteArray();
    }

    /** A file on a disk that fails. */
    private static final class Torn extends ByteArrayInputStream {
        private final int at;

        Torn(byte[] bytes, int at) {
            super(bytes);
            this.at = at;
        }

        @Override
        public synchronized int read() {
            if (pos >= at) {
                throw sneaky(new IOException("the disk is gone"));
            }
            return super.read();
        }

        @SuppressWarnings("unchecked")
        private static <E extends Exception> RuntimeException sneaky(Exception e) throws E {
            throw (E) e;
        }
    }
}
