package org.dutyledger.ledger.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.cursor.TimeoutMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.BSONException;
import org.bson.RawBsonDocument;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.ledger.notary.MongoCheckpoints;
import org.dutyledger.ledger.restore.MalformedCommitException;
import org.dutyledger.ledger.restore.RestoreTarget;
import org.dutyledger.ledger.restore.StoredLog;
import org.dutyledger.ledger.store.LogStore;
import org.dutyledger.ledger.store.StoreUnavailableException;
import org.dutyledger.ledger.store.Turns;

/** Reads the documents of a log as they are. Writes nothing, not even an index, unless it is asked for a restore. */
public final class MongoStoredLog implements StoredLog {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int BATCH = 500;
    private static final CommitCodec CODEC = new CommitCodec();

    private final LogCollection log;

    MongoStoredLog(LogCollection log) {
        this.log = log;
    }

    /**
     * The log of this database.
     *
     * @throws IllegalStateException when MongoDB is a standalone server, which gives no durability guarantee
     */
    public static MongoStoredLog in(MongoDatabase database) {
        return new MongoStoredLog(new LogCollection(database, new MongoTimeouts(TIMEOUT, TIMEOUT)));
    }

    /**
     * The log of this database as one to be restored, with all indexes of a ledger.
     *
     * @throws IllegalStateException as {@link #in}
     */
    public static RestoreTarget forRestore(MongoDatabase database) {
        LogCollection log = new LogCollection(database, new MongoTimeouts(TIMEOUT, TIMEOUT));
        log.prepare();
        return new Target(log, new MongoCheckpoints(database));
    }

    @Override
    public Stream<StoredCommit> walk() {
        MongoCursor<RawBsonDocument> documents = log.as(RawBsonDocument.class)
                .find()
                .sort(ascending("_id"))
                .batchSize(BATCH)
                .timeoutMode(TimeoutMode.ITERATION)
                .iterator();
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(documents, Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .map(MongoStoredLog::commit)
                .onClose(documents::close);
    }

    /** Only what an appender would have written, byte for byte: then no member is unknown, missing or of another type. */
    static StoredCommit commit(RawBsonDocument document) {
        try {
            StoredCommit commit = document.decode(CODEC);
            RawBsonDocument written = new RawBsonDocument(commit, CODEC);
            if (Arrays.equals(bytes(written), bytes(document))) {
                return commit;
            }
        } catch (BSONException | IllegalArgumentException | IndexOutOfBoundsException notOfThisForm) {
            // reported below
        } catch (MongoException e) {
            throw new StoreUnavailableException("MongoDB did not answer: " + e.getMessage(), e);
        }
        throw new MalformedCommitException(
                "the document with _id " + document.get("_id") + " has not the form of a commit: " + document.keySet());
    }

    private static byte[] bytes(RawBsonDocument document) {
        byte[] exact = new byte[document.getByteBuffer().remaining()];
        document.getByteBuffer().get(exact);
        return exact;
    }

    /** A database that a ledger is restored into. */
    private static final class Target implements RestoreTarget {
        private final LogCollection log;
        private final CheckpointHistory history;

        Target(LogCollection log, CheckpointHistory history) {
            this.log = log;
            this.history = history;
        }

        @Override
        public LogStore store() {
            return new MongoLogStore(log, Turns.alwaysMine());
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
}
