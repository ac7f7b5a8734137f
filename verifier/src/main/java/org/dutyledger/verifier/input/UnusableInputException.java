package org.dutyledger.verifier.input;

/** A file cannot be read, or the program was called wrongly. */
public final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnusableInputException(String message) {
        super(message);
    }
}
