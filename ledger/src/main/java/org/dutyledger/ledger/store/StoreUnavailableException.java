package org.dutyledger.ledger.store;

import org.jspecify.annotations.Nullable;

/** The store could not be read just now. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
