package org.dutyledger.ledger.restore;

/** A document in the place of a commit that no appender writes; the message states what and where. */
public final class MalformedCommitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedCommitException(String message) {
        super(message);
    }
}
