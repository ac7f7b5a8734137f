package org.dutyledger.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger did not carry out a request; the subclass states what that means for the commit. */
public sealed class LedgerException extends RuntimeException
        permits StreamConflictException, LedgerBusyException, LedgerBrokenException, AppendOutcomeUnknownException {
    private static final long serialVersionUID = 1L;

    LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
