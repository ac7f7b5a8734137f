package org.dutyledger.kit.projection;

import java.util.List;
import java.util.function.LongConsumer;

/** The operations on a service's projection that a rebuild needs. */
public interface Rebuildable {
    /** Name in addresses and messages, for example {@code scoring}. */
    String name();

    /** Names of the collections that must be equal. */
    List<String> collections();

    /** Position up to which the generation in use holds everything, as it is stored; -1 for nothing. */
    long applied();

    /** Makes an empty generation that can be filled; it has no readers yet. */
    Candidate candidate(int generation);

    /** Pauses the generation in use; after the return this process writes nothing of it. */
    void pause();

    /** Follows the generation that is current now. */
    void resume();

    /** A generation that is being built. */
    interface Candidate {
        /**
         * Continues from its position, by the code of normal operation, up to and including a position.
         *
         * @param progress receives the progress from time to time; it throws to stop the work
         * @throws org.dutyledger.kit.Problem or another exception when it cannot
         */
        void replayTo(long position, LongConsumer progress);

        /** Announces the differences from the generation in use; called before this generation replaces it. */
        void announce();
    }
}
