package org.dutyledger.proof.note;

/** A text is not the expected signed note, checkpoint or key. */
public final class MalformedNoteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedNoteException(String message) {
        super(message);
    }
}
