package org.dutyledger.ledger;

/** Something is stored in the place of a commit that is none: the ledger was altered, or damaged. */
public final class LedgerBrokenException extends LedgerException {
    private static final long serialVersionUID = 1L;

    public LedgerBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
