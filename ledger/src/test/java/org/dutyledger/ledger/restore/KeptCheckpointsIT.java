package org.dutyledger.ledger.restore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.backend.MongoFixture;
import org.dutyledger.ledger.export.SampleLedger;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.ledger.mongo.MongoStoredLog;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.ledger.notary.MongoCheckpoints;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.verify.LedgerBreak;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.dutyledger.proof.verify.LedgerReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was done to the checkpoints beside a sound ledger; on the stand-in, since only the documents matter. */
class KeptCheckpointsIT {
    private static MongoFixture mongo;
    private final NoteSigner notes = new NoteSigner("dutyledger/test", Ed25519Keys.generate());
    private MongoDatabase database;
    private MongoCollection<Document> checkpoints;

    @BeforeAll
    static void start() {
        mongo = MongoFixture.standIn();
    }

    @AfterAll
    static void stop() throws Exception {
        mongo.close();
    }

    @BeforeEach
    void fill() {
        database = mongo.newDatabase();
        checkpoints = database.getCollection("checkpoints");
        CheckpointHistory history = new MongoCheckpoints(database);
        List<StoredCommit> commits = SampleLedger.commits(40);
        try (MongoLedger ledger = MongoLedger.open(database)) {
            for (int i = 0; i < commits.size(); i++) {
                ledger.append(SampleLedger.commit(i, "18.87"));
            }
        }
        for (int size : new int[] {0, 7, 20, 40}) {
            SignedNote note = CheckpointSigner.forgetful(notes).sign(SampleLedger.tree(commits.subList(0, size)));
            assertThat(history.keep(note, history.newest())).isTrue();
        }
    }

    @Test
    void aWholeLine_holds() {
        LedgerReport report = verify(notes.publicKey());
        assertThat(report.found()).isEmpty();
        assertThat(report.statement())
                .hasValueSatisfying(s -> assertThat(s.earlier()).isEqualTo(3));
    }

    @Test
    void anyRemovedOne_butTheNewest_isMissed() {
        for (long size : new long[] {0, 7, 20}) {
            Document removed = Objects.requireNonNull(checkpoints.findOneAndDelete(new Document("_id", size)));
            LedgerBreak found = verify(notes.publicKey()).found().orElseThrow();
            assertThat(found.kind()).isEqualTo(Kind.KEPT);
            assertThat(found.position()).isEqualTo(size);
            assertThat(found.detail()).contains("was kept after one of " + size);
            assertThat(verify().found()).hasValue(found);
            checkpoints.insertOne(removed);
        }
        checkpoints.deleteOne(new Document("_id", 40L));
        assertThat(verify(notes.publicKey()).found()).isEmpty();
    }

    @Test
    void aSpoiledSignatureOfTheKey_isABreak_ofAnUnknownOneAWarning() {
        String note = Objects.requireNonNull(
                        checkpoints.find(new Document("_id", 20L)).first())
                .getString("note");
        char[] spoiled = note.toCharArray();
        // behind the key id, before the last, which may hold unused bits
        spoiled[note.length() - 20] = spoiled[note.length() - 20] == 'A' ? 'B' : 'A';
        set(20, "note", new String(spoiled));
        assertThat(verify(notes.publicKey()).found()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(Kind.SIGNATURE);
            assertThat(found.detail()).contains("checkpoint of 20 events");
        });
        LedgerReport byAnother = verify(Ed25519Keys.generate().getPublic());
        assertThat(byAnother.found()).isEmpty();
        assertThat(byAnother.statement())
                .hasValueSatisfying(s -> assertThat(s.unsigned()).isEqualTo(4));
    }

    @Test
    void aDocumentThatIsNoCheckpoint_isNamed() {
        set(20, "after", "7");
        assertThat(verify().found()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(Kind.KEPT);
            assertThat(found.detail()).contains("_id 20 is not a kept checkpoint");
        });
        set(20, "after", 7L);
        set(20, "note", "nothing");
        assertThat(verify().found()).map(LedgerBreak::kind).hasValue(Kind.KEPT);
        Document other =
                Objects.requireNonNull(checkpoints.find(new Document("_id", 7L)).first());
        set(20, "note", other.getString("note"));
        assertThat(verify().found()).map(LedgerBreak::detail).hasValueSatisfying(d -> assertThat(d)
                .contains("_id 20"));
    }

    private void set(long size, String member, Object value) {
        checkpoints.updateOne(new Document("_id", size), new Document("$set", new Document(member, value)));
    }

    private LedgerReport verify(PublicKey... keys) {
        return new StoreVerifier(List.of(keys), MongoCheckpoints.reading(database), List.of())
                .verify(MongoStoredLog.in(database));
    }
}
