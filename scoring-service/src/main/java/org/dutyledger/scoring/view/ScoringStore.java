package org.dutyledger.scoring.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.dutyledger.evaluation.CurrentItems;
import org.dutyledger.evaluation.Item;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.follow.LedgerFollower;
import org.dutyledger.kit.projection.Generations;

/**
 * Scoring's documents in MongoDB, in one generation. Everything here can be computed again from the ledger.
 *
 * <p>Every write of a projected document is guarded by its position: writing the same or an older one again changes
 * nothing, so a batch may be repeated at any point.
 */
public final class ScoringStore {
    private static final int DUPLICATE_KEY = 11000;
    private static final String STATE_ID = "evidence";
    private static final String TOPIC_ID = "topic";
    private static final String APPLIED = "applied";
    static final String ITEMS = "items";
    static final String EVALUATIONS = "evaluations";
    static final String CYCLES = "cycles";

    private final MongoCollection<Document> items;
    private final MongoCollection<Document> evaluations;
    private final MongoCollection<Document> cycles;
    private final MongoCollection<Document> state;

    ScoringStore(Generations generations, int generation) {
        this.items = generations.collection(generation, ITEMS);
        this.evaluations = generations.collection(generation, EVALUATIONS);
        this.cycles = generations.collection(generation, CYCLES);
        this.state = generations.collection(generation, "state");
    }

    /**
     * How far the ledger is stored and published.
     *
     * @param applied last position, or -1
     * @param head hash of the commit that ends there
     */
    public record Place(long applied, String head) {}

    /** Up to where everything is stored and published. */
    public Place place() {
        Document found = state.find(eq("_id", STATE_ID)).first();
        return found == null
                ? new Place(-1, LedgerFollower.genesis())
                : new Place(found.getLong(APPLIED), found.getString("head"));
    }

    /** Records that everything up to a place is stored and published. */
    public void applied(Place place) {
        Document next =
                new Document("_id", STATE_ID).append(APPLIED, place.applied()).append("head", place.head());
        bulk(state, List.of(guarded(next, APPLIED, false)));
    }

    /** The id of the topic that holds the evaluations, empty when none is known to hold them. */
    public String topic() {
        Document found = state.find(eq("_id", TOPIC_ID)).first();
        return found == null ? "" : found.getString("topic");
    }

    /** Records that the topic of this id holds all evaluations. */
    public void topic(String identity) {
        state.replaceOne(
                eq("_id", TOPIC_ID),
                new Document("_id", TOPIC_ID).append("topic", identity),
                new ReplaceOptions().upsert(true));
    }

    public Optional<ScoredCycle> cycle(String id) {
        return Optional.ofNullable(cycles.find(eq("_id", id)).first()).map(Documents::cycle);
    }

    /** The cycle whose id follows in their order, or the first one again; empty without cycles. */
    public Optional<ScoredCycle> cycleAfter(String id) {
        Document next = cycles.find(gt("_id", id)).sort(Sorts.ascending("_id")).first();
        Document found =
                next == null ? cycles.find().sort(Sorts.ascending("_id")).first() : next;
        return Optional.ofNullable(found).map(Documents::cycle);
    }

    /** The cycles that were never evaluated, since their framework was not installed. */
    public List<ScoredCycle> cyclesWithoutProgress() {
        return cycles.find(eq("progress", null)).map(Documents::cycle).into(new ArrayList<>());
    }

    public CurrentItems items(String cycle) {
        CurrentItems current = new CurrentItems();
        inCycle(items, cycle).forEach(d -> current.put(Documents.item(d)));
        return current;
    }

    /** The latest evaluations by indicator, none for indicators that were never evaluated. */
    public Map<String, IndicatorEvaluated> evaluations(String cycle) {
        Map<String, IndicatorEvaluated> found = new HashMap<>();
        inCycle(evaluations, cycle).forEach(d -> {
            IndicatorEvaluated e = Documents.evaluation(d);
            found.put(e.indicator(), e);
        });
        return found;
    }

    /** The indicators of a cycle of which another evaluation is stored than the given one, or none. */
    public List<String> differing(String cycle, Collection<IndicatorEvaluated> evaluated) {
        List<Document> stored = inCycle(evaluations, cycle);
        return evaluated.stream()
                .filter(e -> !stored.contains(Documents.evaluation(e)))
                .map(IndicatorEvaluated::indicator)
                .toList();
    }

    /** One item of a cycle to write; {@code fresh} when it is new, as far as the writer knows. */
    public record ItemWrite(String cycle, Item item, boolean fresh) {}

    /** The evaluations of every cycle, by the cycle's id and the indicator's. */
    public Map<String, IndicatorEvaluated> allEvaluations() {
        Map<String, IndicatorEvaluated> found = new HashMap<>();
        evaluations.find().forEach(d -> found.put(d.getString("_id"), Documents.evaluation(d)));
        return found;
    }

    public void saveItems(List<ItemWrite> changed) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        // a plain insert is the cheap case: the embedded MongoDB scans the collection for every guard
        changed.forEach(
                w -> writes.add(w.fresh() ? new InsertOneModel<>(Documents.item(w.cycle(), w.item())) : guarded(w)));
        Set<Integer> there = bulk(items, writes);
        bulk(
                items,
                there.stream()
                        .map(changed::get)
                        .filter(ItemWrite::fresh)
                        .map(ScoringStore::guarded)
                        .toList());
    }

    public void saveEvaluations(Collection<IndicatorEvaluated> changed) {
        bulk(
                evaluations,
                changed.stream()
                        .map(e -> guarded(Documents.evaluation(e), Documents.POSITION, false))
                        .toList());
    }

    public void saveCycles(Collection<ScoredCycle> changed) {
        // progress may change at the same position: a repeated batch completes what a crash left out
        bulk(
                cycles,
                changed.stream()
                        .map(c -> guarded(Documents.cycle(c), Documents.POSITION, true))
                        .toList());
    }

    private static List<Document> inCycle(MongoCollection<Document> collection, String cycle) {
        // '}' is the character after '|'
        return collection
                .find(and(gte("_id", cycle + "|"), lt("_id", cycle + "}")))
                .into(new ArrayList<>());
    }

    private static WriteModel<Document> guarded(ItemWrite write) {
        return guarded(Documents.item(write.cycle(), write.item()), Documents.POSITION, false);
    }

    private static WriteModel<Document> guarded(Document next, String position, boolean orEqual) {
        Object value = next.get(position);
        return new ReplaceOneModel<>(
                and(eq("_id", next.get("_id")), orEqual ? lte(position, value) : lt(position, value)),
                next,
                new ReplaceOptions().upsert(true));
    }

    /** Writes what can be written and returns the indexes of the writes that found a document in their way. */
    private static Set<Integer> bulk(
            MongoCollection<Document> collection, List<? extends WriteModel<Document>> writes) {
        if (writes.isEmpty()) {
            return Set.of();
        }
        try {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            boolean onlyThere = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!onlyThere) {
                throw e;
            }
            // for a guarded write this is the answer: the guard saw a newer one and the upsert tried a second one
            return e.getWriteErrors().stream().map(error -> error.getIndex()).collect(Collectors.toSet());
        }
    }
}
