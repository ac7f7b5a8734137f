package org.dutyledger.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger currently accepts no commit or cannot be read; nothing of the commit is stored. */
public final class LedgerBusyException extends LedgerException {
    private static final long serialVersionUID = 1L;

    public LedgerBusyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
