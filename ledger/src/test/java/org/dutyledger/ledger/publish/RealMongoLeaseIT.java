package org.dutyledger.ledger.publish;

import org.dutyledger.ledger.backend.MongoFixture;
import org.junit.jupiter.api.BeforeAll;

class RealMongoLeaseIT extends MongoLeaseContract {
    @BeforeAll
    static void start() {
        mongo = null; // of the suite that ran before
        mongo = MongoFixture.real();
    }
}
