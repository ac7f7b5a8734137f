package org.dutyledger.events;

/** Bytes that are not the JSON they claim to be. */
public final class MalformedEventException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** For bytes that are JSON, but not what they should be. */
    MalformedEventException(String message) {
        super(message);
    }

    public MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
