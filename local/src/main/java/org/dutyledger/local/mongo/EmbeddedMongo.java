package org.dutyledger.local.mongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.dutyledger.local.machine.BackendException;

/**
 * mongo-java-server in this JVM: an emulation good enough to try the suite, never to keep real submissions in.
 *
 * <p>An acknowledged write survives a killed process (tested), but it has no replica, ignores write concerns and has no
 * transactions.
 */
public final class EmbeddedMongo implements MongoServer {
    private final de.bwaldvogel.mongo.MongoServer server;
    private final DurableH2Backend backend;
    private final int port;

    private EmbeddedMongo(de.bwaldvogel.mongo.MongoServer server, DurableH2Backend backend, int port) {
        this.server = server;
        this.backend = backend;
        this.port = port;
    }

    /** Starts the server on its directory. */
    public static EmbeddedMongo start(Path directory, int port) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new BackendException("cannot create " + directory, e);
        }
        return start(DurableH2Backend.open(directory.resolve("store.mv").toString()), port);
    }

    /** Starts the server on its storage. */
    static EmbeddedMongo start(DurableH2Backend backend, int port) {
        var server = new de.bwaldvogel.mongo.MongoServer(backend);
        try {
            server.bind("127.0.0.1", port);
        } catch (RuntimeException e) {
            server.shutdownNow();
            throw new BackendException("the embedded MongoDB cannot listen on port " + port, e);
        }
        return new EmbeddedMongo(server, backend, port);
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?directConnection=true";
    }

    @Override
    public String description() {
        return "embedded mongo-java-server in this JVM, 127.0.0.1:" + port
                + " — for trial only; give --mongodb-uri or a mongod for real submissions";
    }

    @Override
    public void watch(Consumer<String> lost) {
        backend.watch(lost);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
