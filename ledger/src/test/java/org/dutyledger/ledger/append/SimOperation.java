package org.dutyledger.ledger.append;

import org.dutyledger.ledger.NewCommit;

/** One append as its caller saw it; {@code outcome} is null when the caller left first. */
record SimOperation(NewCommit commit, long invoked, long ended, Pending.Outcome outcome, boolean leftForCertain) {
    /** Whether the outcome reports that nothing is stored. */
    boolean reportsNotStored() {
        return leftForCertain
                || outcome instanceof Pending.Outcome.Conflict
                || outcome instanceof Pending.Outcome.Refused;
    }
}
