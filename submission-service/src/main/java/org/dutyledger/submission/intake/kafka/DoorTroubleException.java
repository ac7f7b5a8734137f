package org.dutyledger.submission.intake.kafka;

/** Ledger or broker did not do their part just now; the record stays where it is and is taken again. */
final class DoorTroubleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DoorTroubleException(String message, Throwable cause) {
        super(message, cause);
    }
}
