package org.dutyledger.ledger;

import org.jspecify.annotations.Nullable;

/** The deadline passed while it was not known whether the commit is stored. Retry with the same request id. */
public final class AppendOutcomeUnknownException extends LedgerException {
    private static final long serialVersionUID = 1L;

    public AppendOutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
