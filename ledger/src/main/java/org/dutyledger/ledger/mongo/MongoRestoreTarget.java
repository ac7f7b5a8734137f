package org.dutyledger.ledger.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.stream.Stream;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.ledger.notary.MongoCheckpoints;
import org.dutyledger.ledger.restore.RestoreTarget;
import org.dutyledger.ledger.store.LogStore;
import org.dutyledger.ledger.store.Turns;

/** A database that a ledger is restored into. */
public final class MongoRestoreTarget implements RestoreTarget {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LogCollection log;
    private final LogStore store;
    private final CheckpointHistory history;

    private MongoRestoreTarget(LogCollection log, CheckpointHistory history) {
        this.log = log;
        this.history = history;
        this.store = new MongoLogStore(log, Turns.alwaysMine());
    }

    /**
     * This database, with all indexes of a ledger.
     *
     * @throws IllegalStateException when MongoDB is a standalone server
     */
    public static MongoRestoreTarget open(MongoDatabase database) {
        LogCollection log = new LogCollection(database, new MongoTimeouts(PATIENCE, PATIENCE));
        log.prepare();
        return new MongoRestoreTarget(log, new MongoCheckpoints(database));
    }

    @Override
    public LogStore store() {
        return store;
    }

    @Override
    public CheckpointHistory history() {
        return history;
    }

    @Override
    public Stream<StoredCommit> walk() {
        return new MongoStoredLog(log).walk();
    }

    @Override
    public boolean begun() {
        return log.isBeingRestored();
    }

    @Override
    public void begin() {
        log.markRestore(true);
    }

    @Override
    public void finish() {
        log.markRestore(false);
    }
}
