package org.dutyledger.ledger.publish;

import org.jspecify.annotations.Nullable;

/** This attempt failed; the publisher waits and begins again at the topic's end. */
final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublishException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
