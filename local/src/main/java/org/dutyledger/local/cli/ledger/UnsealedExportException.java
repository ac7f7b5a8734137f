package org.dutyledger.local.cli.ledger;

/** An export without its seal; the message gives the reason. */
public final class UnsealedExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsealedExportException(String message) {
        super(message);
    }
}
