package org.dutyledger.submission.intake.kafka;

/** Ledger or broker is currently unavailable; the record keeps its place and is taken again. */
final class InboundUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InboundUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
