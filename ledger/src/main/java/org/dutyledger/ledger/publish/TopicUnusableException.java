package org.dutyledger.ledger.publish;

/** The topic is not what a ledger may be published to; writing would make it worse, so somebody has to look. */
public final class TopicUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicUnusableException(String message) {
        super(message);
    }
}
