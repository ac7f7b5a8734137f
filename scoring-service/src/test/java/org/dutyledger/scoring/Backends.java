package org.dutyledger.scoring;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.ServerSocket;
import org.dutyledger.ledger.backend.RealMongod;

/** The MongoDB servers that tests run on. */
final class Backends {
    private Backends() {}

    /** A server to connect to, and how to end it. */
    record Mongo(String uri, AutoCloseable server) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            server.close();
        }
    }

    static Mongo inMemory() {
        MongoServer server = new MongoServer(new MemoryBackend());
        return new Mongo(server.bindAndGetConnectionString(), server::shutdownNow);
    }

    /** A real mongod as a replica set of one; skips the test where there is none, unless backends are required. */
    static Mongo mongod() {
        RealMongod mongod = RealMongod.start();
        System.out.println("MongoDB: a real one at " + mongod.uri());
        return new Mongo(mongod.uri(), mongod);
    }

    /** A real mongod if there is one (CI requires it), else the one in memory: for tests whose subject is not MongoDB. */
    static Mongo any() {
        return RealMongod.startIfAny()
                .map(mongod -> new Mongo(mongod.uri(), mongod))
                .orElseGet(Backends::inMemory);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
