package org.dutyledger.verifier;

/** A file cannot be read, or the program was called wrongly. */
public final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableInputException(String message) {
        super(message);
    }
}
