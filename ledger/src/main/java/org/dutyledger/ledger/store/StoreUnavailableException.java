package org.dutyledger.ledger.store;

import org.jspecify.annotations.Nullable;

/** The store is currently unavailable for reads. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
