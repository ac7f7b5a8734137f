package org.dutyledger.report.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.IndicatorEvaluated;

/** All evaluations of an indicator, so that a report can be made as of an earlier position. */
public final class EvaluationHistory {
    /** Name of its collection, without a generation. */
    public static final String NAME = "evaluations";

    private static final String TOPIC = "topic";
    private final MongoCollection<Document> evaluations;

    EvaluationHistory(MongoCollection<Document> evaluations) {
        this.evaluations = evaluations;
    }

    /** Makes the index that reading one cycle needs. */
    void prepare() {
        evaluations.createIndex(Indexes.ascending("cycle", "position"));
    }

    /**
     * Stores evaluations; the same ones again change nothing.
     *
     * @param topicId id of the topic that holds them
     */
    public void put(List<IndicatorEvaluated> batch, String topicId) {
        Map<String, ReplaceOneModel<Document>> writes = new LinkedHashMap<>();
        for (IndicatorEvaluated e : batch) {
            String id = e.cycle() + "/" + e.indicator() + "/" + e.position();
            Document document = new Document("_id", id)
                    .append("cycle", e.cycle())
                    .append("indicator", e.indicator())
                    .append("position", e.position())
                    .append(TOPIC, topicId)
                    .append("data", new Binary(CanonicalJson.bytes(e)));
            writes.put(id, new ReplaceOneModel<>(eq("_id", id), document, new ReplaceOptions().upsert(true)));
        }
        if (!writes.isEmpty()) {
            evaluations.bulkWrite(List.copyOf(writes.values()), new BulkWriteOptions().ordered(false));
        }
    }

    /**
     * Takes over from another copy what was read from topics that are gone, and is not here yet: it cannot be read again.
     *
     * @param topicId id of the topic that there is now
     * @return how many
     */
    public long keepOfLostTopics(EvaluationHistory other, String topicId) {
        long kept = 0;
        for (Document d : other.evaluations.find(ne(TOPIC, topicId))) {
            if (evaluations.find(eq("_id", d.get("_id"))).first() == null) {
                evaluations.insertOne(d);
                kept++;
            }
        }
        return kept;
    }

    /** Per indicator the last evaluation at or before a position. */
    public Map<String, IndicatorEvaluated> asOf(String cycle, long position) {
        Map<String, String> ids = new TreeMap<>();
        for (Document d : evaluations
                .find(and(eq("cycle", cycle), lte("position", position)))
                .projection(Projections.include("indicator", "position"))
                .sort(Sorts.ascending("position"))) {
            ids.put(d.getString("indicator"), d.getString("_id"));
        }
        Map<String, IndicatorEvaluated> found = new TreeMap<>();
        for (Document d : evaluations.find(in("_id", new ArrayList<>(ids.values())))) {
            IndicatorEvaluated e =
                    CanonicalJson.read(d.get("data", Binary.class).getData(), IndicatorEvaluated.class);
            found.put(e.indicator(), e);
        }
        return found;
    }
}
