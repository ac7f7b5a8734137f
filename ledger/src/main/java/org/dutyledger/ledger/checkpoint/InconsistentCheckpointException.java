package org.dutyledger.ledger.checkpoint;

/** The ledger is not what it was when its last checkpoint was signed; nothing is signed. */
public final class InconsistentCheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InconsistentCheckpointException(Checkpoint last, Checkpoint next) {
        super("the ledger of " + next.size() + " events does not continue the one of " + last.size()
                + " events that was signed before: something before that was altered or removed");
    }
}
