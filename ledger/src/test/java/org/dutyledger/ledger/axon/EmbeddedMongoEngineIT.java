package org.dutyledger.ledger.axon;

import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.axon.snapshot.MongoSnapshots;
import org.dutyledger.ledger.axon.snapshot.SnapshotStore;
import org.dutyledger.ledger.backend.MongoFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedMongoEngineIT extends LedgerEngineSuite {
    private static MongoFixture mongo;

    @BeforeAll
    static void start() {
        mongo = MongoFixture.standIn();
    }

    @AfterAll
    static void stop() throws Exception {
        if (mongo != null) { // the start may have been skipped
            mongo.close();
        }
    }

    @AfterEach
    void closeLedgers() {
        mongo.closeLedgers();
    }

    @Override
    Ledger newLedger() {
        return mongo.newLedger();
    }

    @Override
    SnapshotStore newSnapshots() {
        return new MongoSnapshots(mongo.newDatabase());
    }
}
