package org.dutyledger.ledger.topic;

import org.jspecify.annotations.Nullable;

/** This attempt failed; a publisher waits and begins again at the topic's end. */
public final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublishException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
