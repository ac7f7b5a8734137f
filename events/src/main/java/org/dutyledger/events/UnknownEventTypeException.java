package org.dutyledger.events;

/** An event type that this version of the suite does not know: a newer writer, or bytes of another origin. */
public final class UnknownEventTypeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnknownEventTypeException(String type) {
        super("unknown event type '" + type + "'");
    }
}
