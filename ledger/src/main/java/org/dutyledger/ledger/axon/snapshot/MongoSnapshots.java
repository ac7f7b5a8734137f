package org.dutyledger.ledger.axon.snapshot;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/** Snapshots in a collection of their own, one document a stream. */
public final class MongoSnapshots implements SnapshotStore {
    private final MongoCollection<Document> snapshots;

    /** Snapshots in the collection {@code snapshots} of a database. */
    public MongoSnapshots(MongoDatabase database) {
        this.snapshots = database.getCollection("snapshots");
    }

    @Override
    public void store(String stream, long sequence, byte[] data) {
        Document document = new Document("_id", stream).append("s", sequence).append("d", new Binary(data));
        try {
            snapshots.replaceOne(
                    and(eq("_id", stream), lt("s", sequence)), document, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            // the filter missed, and the insert then met the stream's id: a snapshot as new or newer is there
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public Optional<byte[]> newest(String stream) {
        return Optional.ofNullable(snapshots.find(eq("_id", stream)).first())
                .map(found -> found.get("d", Binary.class).getData());
    }
}
