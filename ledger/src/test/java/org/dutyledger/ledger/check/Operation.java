package org.dutyledger.ledger.check;

import java.util.UUID;

/**
 * One attempt at a request, as its client saw it.
 *
 * @param request the idempotency key, as the log stores it; where there is none, the commit's id
 * @param commit id of the commit that this attempt would store; null where the client cannot know it
 * @param begun before anything was sent, by one monotonic clock for all clients
 * @param ended when the client knew the outcome
 */
public record Operation(String request, UUID commit, long begun, long ended, Outcome outcome) {

    /** How an attempt ended for its client. */
    public sealed interface Outcome {
        /** The client holds a receipt, be it that of an earlier attempt. */
        record Acknowledged(long first, long last, String hash) implements Outcome {}

        /** The client got the answer that this attempt stored nothing. */
        record Refused(String why) implements Outcome {}

        /** No answer, none yet, or an unknown outcome. */
        record Unknown(String why) implements Outcome {}
    }
}
