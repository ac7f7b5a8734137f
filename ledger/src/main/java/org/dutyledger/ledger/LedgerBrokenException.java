package org.dutyledger.ledger;

/** A document in the place of a commit is not one: the ledger was altered or damaged. */
public final class LedgerBrokenException extends LedgerException {
    private static final long serialVersionUID = 1L;

    public LedgerBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
