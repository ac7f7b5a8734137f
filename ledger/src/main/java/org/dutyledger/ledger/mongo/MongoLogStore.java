package org.dutyledger.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.BSONException;
import org.bson.RawBsonDocument;
import org.bson.UuidRepresentation;
import org.dutyledger.ledger.LedgerBrokenException;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.store.EncodedCommit;
import org.dutyledger.ledger.store.InsertOutcome;
import org.dutyledger.ledger.store.LogStore;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.ledger.store.Rival;
import org.dutyledger.ledger.store.StoreUnavailableException;
import org.dutyledger.ledger.store.Tail;
import org.dutyledger.ledger.store.Turns;

/** The log as documents of one collection. */
final class MongoLogStore implements LogStore {
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<RawBsonDocument> documents;
    private final CommitReads reads;
    private final Turns turns;

    MongoLogStore(LogCollection log, Turns turns) {
        this.documents = log.as(RawBsonDocument.class);
        this.reads = CommitReads.of(log);
        this.turns = turns;
    }

    @Override
    public EncodedCommit draft(NewCommit commit) {
        return MongoDraft.of(commit);
    }

    @Override
    public InsertOutcome insert(List<PlacedCommit> commits) {
        List<RawBsonDocument> batch = commits.stream().map(MongoDraft::document).toList();
        try {
            documents.insertMany(batch);
            return new InsertOutcome.Stored();
        } catch (MongoBulkWriteException e) {
            // Only the index is to be trusted: the driver drops the key pattern, and the count of inserted documents is
            // wrong on some servers.
            return !e.getWriteErrors().isEmpty() && e.getWriteErrors().get(0).getCode() == DUPLICATE_KEY
                    ? new InsertOutcome.Clash(e.getWriteErrors().get(0).getIndex())
                    : new InsertOutcome.Unknown(e);
        } catch (MongoException e) {
            // exactly this class means that no server was found; its subclass may be thrown after the request was sent
            return e.getClass() == MongoTimeoutException.class
                    ? new InsertOutcome.NotSent(e)
                    : new InsertOutcome.Unknown(e);
        } catch (RuntimeException e) {
            return new InsertOutcome.Unknown(e);
        }
    }

    @Override
    public Tail tail() {
        return reading(reads::tail);
    }

    @Override
    public Map<Long, UUID> slots(Collection<Long> positions) {
        return reading(() -> {
            Map<Long, UUID> found = new HashMap<>();
            for (RawBsonDocument document : documents.find(in("_id", positions)).projection(include("c"))) {
                found.put(
                        document.getInt64("_id").getValue(),
                        document.getBinary("c").asUuid(UuidRepresentation.STANDARD));
            }
            return found;
        });
    }

    @Override
    public Optional<Rival> rival(PlacedCommit commit) {
        return reading(() -> reads.rival(commit));
    }

    @Override
    public Turns turns() {
        return turns;
    }

    @Override
    public List<StoredCommit> read(long position, int limit) {
        return reading(() -> reads.read(position, limit));
    }

    @Override
    public List<StoredEvent> readStream(String stream, long firstSequence, int limit) {
        return reading(() -> reads.readStream(stream, firstSequence, limit));
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return reading(() -> reads.lastSequence(stream));
    }

    @Override
    public Optional<StoredCommit> findRequest(String requestId) {
        return reading(() -> reads.first(eq("r", requestId)));
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (BSONException e) {
            throw new LedgerBrokenException("a document of the ledger is not a commit: " + e.getMessage(), e);
        } catch (MongoException e) {
            throw new StoreUnavailableException("MongoDB did not answer: " + e.getMessage(), e);
        }
    }
}
