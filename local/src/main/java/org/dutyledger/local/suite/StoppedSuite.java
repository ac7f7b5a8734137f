package org.dutyledger.local.suite;

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
     * @throws org.dutyledger.local.machine.BackendException when a suite runs there or MongoDB does not come up
     */
    public static StoppedSuite open(DataDirectory data, Backends.Wish wish) {
        data.create();
        SuiteLock lock = SuiteLock.take(data);
        try {
            return new StoppedSuite(lock, Backends.openMongo(wish, data.backends()));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
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
