package org.dutyledger.local.cli.options;

/** The command cannot do what it was asked to; the message says what would work. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
