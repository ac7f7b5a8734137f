package org.dutyledger.ledger.publish;

import org.dutyledger.ledger.backend.MongoFixture;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedMongoLeaseIT extends MongoLeaseContract {
    @BeforeAll
    static void start() {
        mongo = MongoFixture.standIn();
    }
}
