package org.dutyledger.ledger.envelope;

import org.jspecify.annotations.Nullable;

/** Stored bytes are not an event envelope. DutyLedger never writes such bytes, so the store was changed. */
public final class MalformedEnvelopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedEnvelopeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
