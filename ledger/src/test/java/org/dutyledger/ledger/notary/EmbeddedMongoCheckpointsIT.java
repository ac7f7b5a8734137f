package org.dutyledger.ledger.notary;

import org.dutyledger.ledger.backend.MongoFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedMongoCheckpointsIT extends CheckpointHistoryContract {
    private static MongoFixture mongo;

    @BeforeAll
    static void start() {
        mongo = MongoFixture.standIn();
    }

    @AfterAll
    static void stop() throws Exception {
        if (mongo != null) {
            mongo.close();
        }
    }

    @Override
    CheckpointHistory open() {
        return new MongoCheckpoints(mongo.newDatabase());
    }
}
