package org.dutyledger.ledger.topic;

/** The topic is not what may be published to; writing would make it worse, so somebody has to look. */
public final class TopicUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TopicUnusableException(String message) {
        super(message);
    }
}
