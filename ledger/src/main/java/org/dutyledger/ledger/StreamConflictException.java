package org.dutyledger.ledger;

/** Another commit durably holds this place of the stream, or this event id; the commit is not stored and never will be. */
public final class StreamConflictException extends LedgerException {
    private static final long serialVersionUID = 1L;
    private final transient NewCommit.NewEvent event;

    public StreamConflictException(NewCommit.NewEvent event) {
        super("place " + event.sequence() + " of stream '" + event.stream() + "' is taken", null);
        this.event = event;
    }

    /** The event that clashes. */
    public NewCommit.NewEvent event() {
        return event;
    }
}
