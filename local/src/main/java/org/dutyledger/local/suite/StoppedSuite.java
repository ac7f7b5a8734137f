package org.dutyledger.local.suite;

import java.nio.file.Files;
import java.util.Optional;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.mongo.MongoServer;

/** The MongoDB of a data directory on which no suite runs; none can start before this is closed. */
public final class StoppedSuite implements AutoCloseable {
    private final SuiteLock lock;
    private final MongoServer mongo;

    private StoppedSuite(SuiteLock lock, MongoServer mongo) {
        this.lock = lock;
        this.mongo = mongo;
    }

    /**
     * Takes the directory and starts its MongoDB.
     *
     * @param work name of the command that does so
     * @throws org.dutyledger.local.machine.BackendException when a suite runs there or MongoDB does not come up
     */
    public static StoppedSuite open(DataDirectory data, Backends.MongoSelection requested, String work) {
        data.create();
        SuiteLock lock = SuiteLock.take(data, work);
        try {
            return new StoppedSuite(lock, Backends.openMongo(requested, data.backends(), text -> {}));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Ends the mongod that a killed suite left behind on a directory. Never that of a live one: the directory is held
     * meanwhile.
     *
     * @return its process number, or empty when there was none
     * @throws org.dutyledger.local.machine.BackendException when another process holds the directory
     */
    public static Optional<Long> endLeftOver(DataDirectory data) {
        if (!Files.exists(data.lock())) {
            return Optional.empty();
        }
        try (SuiteLock lock = SuiteLock.take(data, "stop")) {
            return Backends.endLeftOvers(data.backends());
        }
    }

    /** Connection string of its MongoDB. */
    public String mongodbUri() {
        return mongo.uri();
    }

    /** Which MongoDB, for people. */
    public String description() {
        return mongo.description();
    }

    @Override
    public void close() {
        try {
            mongo.close();
        } finally {
            lock.close();
        }
    }
}
