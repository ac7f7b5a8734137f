package org.dutyledger.ledger.restore;

import org.dutyledger.ledger.backend.MongoFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedMongoRestoreIT extends RestoreContract {
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
    MongoFixture mongo() {
        return mongo;
    }
}
