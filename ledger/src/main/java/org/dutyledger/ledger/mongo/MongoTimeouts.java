package org.dutyledger.ledger.mongo;

import java.time.Duration;

/**
 * How long MongoDB may take to answer; nothing waits without an end.
 *
 * @param opening for what happens once: whether it is a replica set, and building the indexes of a log that has none
 * @param operation for each request after that; then its outcome counts as unknown and is looked up
 */
public record MongoTimeouts(Duration opening, Duration operation) {
    public MongoTimeouts {
        if (opening.toMillis() <= 0 || operation.toMillis() <= 0) {
            throw new IllegalArgumentException("a time-out of zero would disable the time-out");
        }
    }

    /** 60 s to open; 3 s for a request, less than callers usually wait. */
    public static MongoTimeouts defaults() {
        return new MongoTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(3));
    }
}
