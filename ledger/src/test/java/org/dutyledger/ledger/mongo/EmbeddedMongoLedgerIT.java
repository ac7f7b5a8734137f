package org.dutyledger.ledger.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.UUID;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.LedgerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** On the embedded stand-in for MongoDB: shows the logic, not durability. */
class EmbeddedMongoLedgerIT extends LedgerContract {
    private static MongoServer server;
    private static MongoClient client;
    private MongoLedger mongo;

    @BeforeAll
    static void start() {
        server = new MongoServer(H2Backend.inMemory());
        client = MongoClients.create(server.bindAndGetConnectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.shutdownNow();
    }

    @Override
    protected Ledger open() {
        mongo = MongoLedger.open(client.getDatabase("ledger-" + UUID.randomUUID()));
        return mongo;
    }

    @AfterEach
    void close() {
        mongo.close();
    }
}
