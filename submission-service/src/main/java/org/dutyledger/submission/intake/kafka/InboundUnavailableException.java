package org.dutyledger.submission.intake.kafka;

/** Ledger or broker did not do their part just now; the record stays where it is and is taken again. */
final class InboundUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InboundUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
