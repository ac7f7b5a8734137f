package org.dutyledger.follow;

/** The ledger does not continue what was applied: it was put back, replaced, or what was applied was not its own. */
public final class AnotherHistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param found the part of the ledger that does not fit */
    public AnotherHistoryException(String found) {
        super("another history: " + found + "; './dutyledger rebuild' builds from the ledger as it is now");
    }
}
