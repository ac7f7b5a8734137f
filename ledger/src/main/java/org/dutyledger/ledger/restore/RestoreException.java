package org.dutyledger.ledger.restore;

/** The export was not loaded, or not to its end; the message states what to do. */
public final class RestoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RestoreException(String message) {
        super(message);
    }
}
