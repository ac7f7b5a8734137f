package org.dutyledger.report.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.dutyledger.events.RecordedEvent;

/**
 * Our copy of the ledger's events, one document a position. Writing the same events again changes nothing, so a batch
 * may be redone after a crash.
 */
public final class EventCopy {
    /** Name of its collection, without a generation. */
    public static final String NAME = "events";

    private static final String DATA = "data";
    private static final String HASH = "hash";
    private static final String CYCLE = "cycle";
    private final MongoCollection<Document> events;

    EventCopy(MongoCollection<Document> events) {
        this.events = events;
    }

    /** Makes the index that reading one cycle needs. */
    void prepare() {
        events.createIndex(Indexes.ascending(CYCLE, "_id"));
    }

    /** Stores events; durable when it returns. */
    public void put(List<StoredBytes> batch) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>(batch.size());
        for (StoredBytes event : batch) {
            Document document = new Document("_id", event.position())
                    .append(CYCLE, event.decode().event().cycle())
                    .append(HASH, event.commitHash())
                    .append(DATA, new Binary(event.data()));
            writes.add(new ReplaceOneModel<>(eq("_id", event.position()), document, new ReplaceOptions().upsert(true)));
        }
        if (!writes.isEmpty()) {
            events.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** Hash of the commit that holds a position; empty when the position is not here. */
    public String commitHash(long position) {
        Document found = events.find(eq("_id", position)).first();
        return found == null ? "" : found.getString(HASH);
    }

    /** The events of a cycle up to and including a position, in order. */
    public List<RecordedEvent> upTo(String cycle, long position) {
        List<RecordedEvent> found = new ArrayList<>();
        for (Document d :
                events.find(and(eq(CYCLE, cycle), lte("_id", position))).sort(Sorts.ascending("_id"))) {
            found.add(new StoredBytes(
                            d.getLong("_id"),
                            d.getString(HASH),
                            d.get(DATA, Binary.class).getData())
                    .decode());
        }
        return found;
    }
}
