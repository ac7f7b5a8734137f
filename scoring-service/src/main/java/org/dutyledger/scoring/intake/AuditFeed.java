package org.dutyledger.scoring.intake;

import java.util.List;
import org.dutyledger.events.RecordedEvent;

/** The ledger itself, asked only when the topic has a hole. */
interface AuditFeed {
    /**
     * Events from a position on, dense, at most {@code limit}; empty when the ledger ends before it.
     *
     * @throws RuntimeException when it cannot be read now
     */
    List<RecordedEvent> read(long from, int limit);
}
