package org.dutyledger.ledger.topic;

/** The topic must not be published to; writing would make it worse, so an operator has to intervene. */
public final class TopicUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TopicUnusableException(String message) {
        super(message);
    }
}
