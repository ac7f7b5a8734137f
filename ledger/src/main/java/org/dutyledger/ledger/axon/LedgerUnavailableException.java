package org.dutyledger.ledger.axon;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.dutyledger.ledger.AppendOutcomeUnknownException;
import org.dutyledger.ledger.LedgerException;

/**
 * The ledger cannot be read, stored nothing, or does not know whether it did. The ledger's own exception is the cause.
 */
public final class LedgerUnavailableException extends EventStoreException {
    private static final long serialVersionUID = 1L;

    LedgerUnavailableException(LedgerException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether the events may be stored all the same; only a retry with the same request id shows it. */
    public boolean outcomeUnknown() {
        return getCause() instanceof AppendOutcomeUnknownException;
    }
}
