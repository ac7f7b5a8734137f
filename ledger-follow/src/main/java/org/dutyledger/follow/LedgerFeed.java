package org.dutyledger.follow;

import java.util.List;

/** The ledger itself, as its owner gives it. */
public interface LedgerFeed {
    /**
     * Events from a position on, in order, at most {@code limit}; empty when the ledger ends before it.
     *
     * @param limit at least 1
     * @throws RuntimeException when it cannot be read now
     */
    List<ChainedEvent> events(long from, int limit);
}
