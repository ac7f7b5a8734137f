package org.dutyledger.report.intake;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

/**
 * How far a topic has been applied. The position decides what is new; the offset only says where to look, so it may be
 * lost or wrong.
 */
final class Bookmark {
    private static final String APPLIED = "applied";
    private static final String OFFSET = "offset";
    private final MongoCollection<Document> places;
    private final String topic;

    /** The place of the last record applied; both -1 for none. */
    record Place(long applied, long offset) {}

    Bookmark(MongoCollection<Document> places, String topic) {
        this.places = places;
        this.topic = topic;
    }

    Place read() {
        Document d = places.find(eq("_id", topic)).first();
        return d == null ? new Place(-1, -1) : new Place(d.getLong(APPLIED), d.getLong(OFFSET));
    }

    /** The position never goes back, whoever writes last. */
    void save(long applied, long offset) {
        places.updateOne(
                eq("_id", topic),
                combine(max(APPLIED, applied), set(OFFSET, offset)),
                new UpdateOptions().upsert(true));
    }
}
