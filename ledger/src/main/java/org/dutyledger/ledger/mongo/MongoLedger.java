package org.dutyledger.ledger.mongo;

import com.mongodb.client.MongoDatabase;
import org.dutyledger.ledger.append.AppendListener;
import org.dutyledger.ledger.append.AppendSettings;
import org.dutyledger.ledger.append.GroupCommitLedger;

/**
 * The ledger in a MongoDB database. Durable means written to the journals of a majority of the replica set, and reads see
 * nothing less. Any number of processes may open the same database.
 */
public final class MongoLedger extends GroupCommitLedger {
    private MongoLedger(MongoLogStore store, AppendSettings settings, AppendListener listener) {
        super(store, settings, listener);
    }

    /**
     * Opens the ledger with the usual limits; needs MongoDB to answer, and builds the indexes when they are missing.
     *
     * @throws IllegalStateException when MongoDB is a standalone server, which cannot keep the ledger's promises, or a
     *     restore into this database was not finished
     */
    public static MongoLedger open(MongoDatabase database) {
        return open(database, AppendSettings.defaults(), new AppendListener() {});
    }

    /** Opens the ledger; the client of {@code database} stays the caller's, to be closed after the ledger. */
    public static MongoLedger open(MongoDatabase database, AppendSettings settings, AppendListener listener) {
        return open(database, settings, MongoTimeouts.defaults(), listener);
    }

    /** Opens the ledger with the given timeouts. */
    public static MongoLedger open(
            MongoDatabase database, AppendSettings settings, MongoTimeouts timeouts, AppendListener listener) {
        LogCollection log = new LogCollection(database, timeouts);
        log.prepare();
        if (log.isBeingRestored()) {
            throw new IllegalStateException("a restore into the database '" + database.getName()
                    + "' was not finished; './dutyledger import' with the same file continues it");
        }
        MongoTurns turns = new MongoTurns(log.turns(), System::nanoTime);
        turns.prepare();
        return new MongoLedger(new MongoLogStore(log, turns), settings, listener);
    }
}
