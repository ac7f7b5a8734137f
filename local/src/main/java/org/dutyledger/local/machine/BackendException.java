package org.dutyledger.local.machine;

import org.jspecify.annotations.Nullable;

/** A MongoDB or Kafka broker could not be reached, started or stopped; the message states what to do about it. */
public final class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BackendException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
