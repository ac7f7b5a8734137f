package org.dutyledger.report.view;

import java.util.List;

/** The ledger itself, read from its owner. It is authoritative: gaps are backfilled and reports are issued from it. */
public interface AuditFeed {
    /**
     * One page of the ledger.
     *
     * @param size positions the ledger held when it was read
     */
    record Page(List<StoredBytes> events, long size) {
        public Page {
            events = List.copyOf(events);
        }
    }

    /**
     * Events in order of position.
     *
     * @param limit at least 1; the owner may give fewer
     * @throws org.dutyledger.kit.Problem 503 {@code LEDGER_UNAVAILABLE} when the owner does not answer
     */
    Page read(long from, int limit);

    /** The position after the last event. */
    default long size() {
        return read(0, 1).size();
    }
}
