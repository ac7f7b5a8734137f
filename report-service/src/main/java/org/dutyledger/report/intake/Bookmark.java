package org.dutyledger.report.intake;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

/**
 * How far a topic has been applied. The position decides what is new; the offset is only the place to read from, and
 * only in the topic it was read from: a topic that was deleted and created again counts from 0.
 */
final class Bookmark {
    private static final String APPLIED = "applied";
    private static final String OFFSET = "offset";
    private static final String TOPIC = "topic";
    private final MongoCollection<Document> places;
    private final String topic;

    /**
     * The place of the last record applied.
     *
     * @param applied its position, -1 for none
     * @param offset its offset, -1 for none
     * @param topicId id that Kafka gave the topic it was read from, empty for none
     */
    record Place(long applied, long offset, String topicId) {
        /** Its offset in the topic of this id, -1 when it was read from another. */
        long offsetIn(String id) {
            return topicId.equals(id) ? offset : -1;
        }
    }

    Bookmark(MongoCollection<Document> places, String topic) {
        this.places = places;
        this.topic = topic;
    }

    Place read() {
        Document d = places.find(eq("_id", topic)).first();
        return d == null ? new Place(-1, -1, "") : new Place(d.getLong(APPLIED), d.getLong(OFFSET), d.getString(TOPIC));
    }

    /** The position never decreases, for any order of writers. */
    void save(Place place) {
        places.updateOne(
                eq("_id", topic),
                combine(max(APPLIED, place.applied()), set(OFFSET, place.offset()), set(TOPIC, place.topicId())),
                new UpdateOptions().upsert(true));
    }
}
