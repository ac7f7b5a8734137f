package org.dutyledger.kit.projection;

import java.util.List;
import java.util.function.LongConsumer;

/** What a service tells about its projection so that it can be rebuilt. */
public interface Rebuildable {
    /** Name in addresses and messages, for example {@code scoring}. */
    String name();

    /** Names of the collections that must come out the same. */
    List<String> collections();

    /** Position up to which the generation in use holds everything, as it is stored; -1 for nothing. */
    long applied();

    /** Makes an empty generation that can be filled; nobody reads it yet. */
    Candidate candidate(int generation);

    /** Lets the generation in use stand still; when it returns nothing of it is being written by this process. */
    void pause();

    /** Follows the generation that is current now. */
    void resume();

    /** A generation that is being built. */
    interface Candidate {
        /**
         * Goes on from where it stands, by the code path of every day, up to and including a position.
         *
         * @param progress is told how far it is, now and then; it throws to stop the work
         * @throws org.dutyledger.kit.Problem or another exception when it cannot
         */
        void replayTo(long position, LongConsumer progress);

        /** Tells others what is different from the generation in use; called before it takes that one's place. */
        void announce();
    }
}
