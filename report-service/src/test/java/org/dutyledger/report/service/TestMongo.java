package org.dutyledger.report.service;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.Optional;
import org.dutyledger.ledger.backend.RealMongod;

/** A MongoDB for tests: the fake in this JVM, or a real mongod where one is found. */
public interface TestMongo extends AutoCloseable {
    String uri();

    @Override
    void close();

    static TestMongo inMemory() {
        MongoServer server = new MongoServer(new MemoryBackend());
        String uri = server.bindAndGetConnectionString();
        return new Running(uri, server::shutdownNow);
    }

    /** A real mongod; empty when there is none and none is demanded. */
    static Optional<TestMongo> real() {
        return RealMongod.startIfAny().map(mongod -> new Running(mongod.uri(), mongod::close));
    }

    /** A real mongod if there is one (CI requires it), else the fake: for tests whose subject is not MongoDB. */
    static TestMongo any() {
        return real().orElseGet(TestMongo::inMemory);
    }

    /** A server that runs. */
    record Running(String uri, Runnable end) implements TestMongo {
        @Override
        public void close() {
            end.run();
        }
    }
}
