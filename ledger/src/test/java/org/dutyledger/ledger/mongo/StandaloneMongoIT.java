package org.dutyledger.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.dutyledger.ledger.backend.RealMongod;
import org.junit.jupiter.api.Test;

/** A mongod without majority reads is no place for the ledger. */
class StandaloneMongoIT {
    @Test
    void standalone_isRefused_andTheMessageNamesTheRemedy() {
        try (RealMongod mongod = RealMongod.standalone();
                MongoClient client = MongoClients.create(mongod.directUri())) {
            assertThatThrownBy(() -> MongoLedger.open(client.getDatabase("ledger")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("standalone", "--replSet", "rs.initiate()");
        }
    }
}
