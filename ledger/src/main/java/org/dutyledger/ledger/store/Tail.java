package org.dutyledger.ledger.store;

import org.dutyledger.proof.chain.CommitHash;

/**
 * The end of the durable log.
 *
 * @param next the position after the last event
 * @param hash hash of the last commit, {@link CommitHash#genesis()} for an empty log
 */
public record Tail(long next, byte[] hash) {
    /** The tail of an empty log. */
    public static Tail empty() {
        return new Tail(0, CommitHash.genesis());
    }
}
