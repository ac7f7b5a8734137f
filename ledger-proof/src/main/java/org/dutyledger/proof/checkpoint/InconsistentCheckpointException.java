package org.dutyledger.proof.checkpoint;

/** The ledger is not what it was when its last checkpoint was signed; nothing is signed. */
public final class InconsistentCheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Thrown when the ledger no longer fits what was signed; the message names what differs. */
    public InconsistentCheckpointException(String message) {
        super(message);
    }

    InconsistentCheckpointException(Checkpoint last, long size) {
        this("the ledger of " + size + " events does not continue the one of " + last.size()
                + " events that was signed before: something before that was altered or removed");
    }
}
