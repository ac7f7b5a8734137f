package org.dutyledger.local.cli.ledger;

/** An export came without its seal; the message says why. */
public final class UnsealedExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsealedExportException(String message) {
        super(message);
    }
}
