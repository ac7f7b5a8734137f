package org.dutyledger.kit.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a rebuild.
 *
 * @param generation the new one; 0 before it has begun
 * @param applied position up to which it is built, -1 for nothing
 * @param target position it is built to
 * @param documents how many were compared
 * @param differing how many of them are not the same as in the generation before
 * @param differences the first of those
 * @param problem why it failed, or null
 */
public record Rebuild(
        String projection,
        State state,
        int generation,
        long applied,
        long target,
        long documents,
        long differing,
        List<Difference> differences,
        @Nullable String problem) {
    public Rebuild {
        differences = List.copyOf(differences);
    }

    /** The outcome of a rebuild. */
    public enum State {
        /** None was asked for since the service started. */
        NONE,
        RUNNING,
        /** The new generation is in use. */
        REPLACED,
        /** It differs and that was not accepted: the old one is still in use, the new one can be inspected. */
        DIFFERS,
        /** Nothing was changed. */
        FAILED
    }

    /**
     * A document that is not the same in both.
     *
     * @param collection name without its generation
     * @param what {@code MISSING} in the new one, {@code ADDED} there, or {@code CHANGED}
     * @param fields which fields changed; empty for a whole document
     */
    public record Difference(String collection, String id, String what, List<String> fields) {
        public Difference {
            fields = List.copyOf(fields);
        }
    }

    static Rebuild none(String projection) {
        return new Rebuild(projection, State.NONE, 0, -1, -1, 0, 0, List.of(), null);
    }

    Rebuild running(int newGeneration, long appliedTo, long of) {
        return new Rebuild(projection, State.RUNNING, newGeneration, appliedTo, of, 0, 0, List.of(), null);
    }

    Rebuild ended(State end, CollectionComparison found) {
        return new Rebuild(
                projection,
                end,
                generation,
                applied,
                target,
                found.documents(),
                found.differing(),
                found.differences(),
                null);
    }

    Rebuild failed(String why) {
        return new Rebuild(
                projection, State.FAILED, generation, applied, target, documents, differing, differences, why);
    }
}
