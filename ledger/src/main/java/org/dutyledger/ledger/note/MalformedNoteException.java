package org.dutyledger.ledger.note;

/** A text that should be a signed note, a checkpoint or a key is none. */
public final class MalformedNoteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedNoteException(String message) {
        super(message);
    }
}
