package org.dutyledger.ledger.publish;

import org.jspecify.annotations.Nullable;

/**
 * How a publisher is doing.
 *
 * @param published the last position that Kafka is known to hold, -1 for none or not known yet
 * @param problem the last failure, or null
 */
public record PublisherHealth(
        State state, long published, @Nullable String problem) {
    /** The state of a publisher. */
    public enum State {
        /** Reads the topic's end. */
        STARTING,
        /** Sends what is committed. */
        PUBLISHING,
        /** Another instance publishes. */
        STANDBY,
        /** Waits before the next attempt; appends continue meanwhile. */
        RETRYING,
        /** Gave up: the topic must not be written to, or another suite publishes from this ledger. */
        STOPPED,
        /** Was closed. */
        CLOSED
    }
}
