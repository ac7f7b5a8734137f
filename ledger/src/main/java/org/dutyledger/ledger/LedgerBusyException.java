package org.dutyledger.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger takes nothing, or cannot be read, just now; nothing of the commit is stored. */
public final class LedgerBusyException extends LedgerException {
    private static final long serialVersionUID = 1L;

    public LedgerBusyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
