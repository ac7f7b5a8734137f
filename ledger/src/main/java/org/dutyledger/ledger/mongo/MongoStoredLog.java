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
import org.dutyledger.ledger.store.MalformedCommitException;
import org.dutyledger.ledger.store.StoreUnavailableException;
import org.dutyledger.ledger.store.StoredLog;

/** Reads the documents of a log as they are. Writes nothing, not even an index. */
public final class MongoStoredLog implements StoredLog {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BATCH = 500;
    private static final CommitCodec CODEC = new CommitCodec();

    private final LogCollection log;

    MongoStoredLog(LogCollection log) {
        this.log = log;
    }

    /**
     * The log of this database.
     *
     * @throws IllegalStateException when MongoDB is a standalone server, of which nobody can say what is durable
     */
    public static MongoStoredLog in(MongoDatabase database) {
        return new MongoStoredLog(new LogCollection(database, new MongoTimeouts(PATIENCE, PATIENCE)));
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
            // said below
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
}
