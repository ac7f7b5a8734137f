package org.dutyledger.ledger.checkpoint;

/** A text that should be a signed note, a checkpoint or a key is none. */
public final class MalformedNoteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedNoteException(String message) {
        super(message);
    }
}
