package org.dutyledger.report.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.dutyledger.kit.projection.Generations;
import org.jspecify.annotations.Nullable;

/** The generation in use of the copies of events and evaluations. Thread-safe. */
public final class CurrentGeneration {
    /** Raise it whenever the same events would give other documents: they are then copied from the beginning. */
    private static final int FORM = 3;

    private final Generations generations;
    private volatile @Nullable Copy held;

    /** Does not ask the database yet. */
    public CurrentGeneration(MongoDatabase database) {
        this.generations = new Generations(database, FORM);
    }

    /**
     * One generation.
     *
     * @param places how far each topic has been applied to it
     */
    public record Copy(
            int generation, EventCopy events, EvaluationHistory evaluations, MongoCollection<Document> places) {
        /** Makes the indexes; to be called before the first write, again and again if need be. */
        public void prepare() {
            events.prepare();
            evaluations.prepare();
        }
    }

    /** The generation in use, as far as this process has heard. */
    public Copy current() {
        Copy now = held;
        return now == null ? refreshed() : now;
    }

    /** The generation in use, read again. */
    public synchronized Copy refreshed() {
        int generation = generations.current();
        Copy now = held;
        if (now == null || now.generation() != generation) {
            now = of(generation);
            held = now;
        }
        return now;
    }

    /** Any generation. */
    public Copy of(int generation) {
        return new Copy(
                generation,
                new EventCopy(generations.collection(generation, EventCopy.NAME)),
                new EvaluationHistory(generations.collection(generation, EvaluationHistory.NAME)),
                generations.collection(generation, "places"));
    }

    public Generations generations() {
        return generations;
    }
}
