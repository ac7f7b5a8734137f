package org.dutyledger.scoring.view;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.dutyledger.kit.projection.Generations;
import org.jspecify.annotations.Nullable;

/** The generation in use of the documents. Thread-safe. */
public final class ScoringStores {
    /** Raise it whenever the same events would give other documents: they are then built from the beginning. */
    private static final int FORM = 3;

    private final MongoDatabase database;
    private final Generations generations;
    private volatile @Nullable Held held;

    private record Held(int generation, ScoringStore store) {}

    /** Does not ask the database yet. */
    public ScoringStores(MongoDatabase database) {
        this.database = database;
        this.generations = new Generations(database, FORM);
    }

    /** Throws when MongoDB does not answer. */
    public void ping() {
        database.runCommand(new Document("ping", 1));
    }

    /** The documents in use, as far as this process has heard. */
    public ScoringStore current() {
        Held now = held;
        return now == null ? refreshed() : now.store();
    }

    /** The documents in use, read again. */
    public ScoringStore refreshed() {
        int generation = generations.current();
        Held now = held;
        if (now == null || now.generation() != generation) {
            now = new Held(generation, of(generation));
            held = now;
        }
        return now.store();
    }

    /** The documents of any generation. */
    public ScoringStore of(int generation) {
        return new ScoringStore(generations, generation);
    }

    public Generations generations() {
        return generations;
    }

    /** Names of the collections that the same events must fill with the same documents. */
    public static List<String> collections() {
        return List.of(ScoringStore.ITEMS, ScoringStore.EVALUATIONS, ScoringStore.CYCLES);
    }
}
