package org.dutyledger.ledger.backend;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.dutyledger.ledger.mongo.MongoLedger;

/** A server, a client, and everything that a test opened on it. */
public final class MongoFixture implements AutoCloseable {
    private final AutoCloseable server;
    private final MongoClient client;
    private final Deque<MongoLedger> ledgers = new ArrayDeque<>();

    private MongoFixture(AutoCloseable server, String uri) {
        this.server = server;
        this.client = MongoClients.create(uri);
    }

    /** A real mongod; skips the test where there is none. */
    public static MongoFixture real() {
        RealMongod mongod = RealMongod.start();
        return new MongoFixture(mongod, mongod.uri());
    }

    /** The embedded stand-in: shows logic, not durability. */
    public static MongoFixture standIn() {
        MongoServer server = new MongoServer(H2Backend.inMemory());
        return new MongoFixture(server::shutdownNow, server.bindAndGetConnectionString());
    }

    /** A new database. */
    public MongoDatabase newDatabase() {
        return client.getDatabase("test-" + UUID.randomUUID());
    }

    /** An empty ledger, closed by {@link #closeLedgers()}. */
    public MongoLedger newLedger() {
        MongoLedger ledger = MongoLedger.open(newDatabase());
        ledgers.push(ledger);
        return ledger;
    }

    /** Closes what {@link #newLedger()} gave. */
    public void closeLedgers() {
        while (!ledgers.isEmpty()) {
            ledgers.pop().close();
        }
    }

    @Override
    public void close() throws Exception {
        closeLedgers();
        client.close();
        server.close();
    }
}
