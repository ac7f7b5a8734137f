package org.dutyledger.evaluation.expression;

/** An expression has no value; the message is the reason, in Chinese. */
final class NoValueException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    NoValueException(String reason) {
        super(reason);
    }
}
