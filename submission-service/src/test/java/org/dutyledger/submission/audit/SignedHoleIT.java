package org.dutyledger.submission.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.bson.Document;
import org.dutyledger.ledger.backend.MongoFixture;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.ledger.notary.MongoCheckpoints;
import org.dutyledger.ledger.notary.Notary;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.checkpoint.InconsistentCheckpointException;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.tile.MemoryTiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A commit that was removed from the real documents before it was signed. */
class SignedHoleIT {
    private static MongoFixture mongo;
    private final CheckpointSigner signer = CheckpointSigner.forgetful(new NoteSigner("a", Ed25519Keys.generate()));

    @BeforeAll
    static void start() {
        mongo = MongoFixture.real();
    }

    @AfterAll
    static void stop() throws Exception {
        if (mongo != null) {
            mongo.close();
        }
    }

    @Test
    void commitsBeforeAHole_areNotSigned_asIfTheyWereAll() {
        MongoDatabase database = mongo.newDatabase();
        MongoCollection<Document> log = database.getCollection("log");
        try (MongoLedger ledger = MongoLedger.open(database)) {
            Notary notary = new Notary(signer, new MongoCheckpoints(database));
            SignedTree tree = new SignedTree(ledger, signer, notary, new MemoryTiles());
            Growing.append(ledger, 0, 100);
            assertThat(Growing.size(tree.checkpoint())).isEqualTo(100);
            Growing.append(ledger, 100, 160);
            Document removed = Objects.requireNonNull(log.findOneAndDelete(new Document("_id", 120L)));

            assertThatThrownBy(tree::checkpoint)
                    .isInstanceOf(InconsistentCheckpointException.class)
                    .hasMessageContaining("holds 160 events")
                    .hasMessageContaining("up to 120 only");
            assertThat(notary.refusal())
                    .hasValueSatisfying(why -> assertThat(why).contains("up to 120 only"));
            SignedTree restarted = new SignedTree(ledger, signer, notary, new MemoryTiles());
            assertThatThrownBy(restarted::checkpoint).isInstanceOf(InconsistentCheckpointException.class);
            assertThat(notary.newest())
                    .hasValueSatisfying(kept -> assertThat(kept.size()).isEqualTo(100));

            log.insertOne(removed);
            assertThat(Growing.size(tree.checkpoint())).isEqualTo(160);
            assertThat(notary.refusal()).isEmpty();
        }
    }
}
