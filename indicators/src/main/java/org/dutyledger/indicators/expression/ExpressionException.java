package org.dutyledger.indicators.expression;

/** An expression that cannot be read or makes no sense; the message states what would be right. */
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    ExpressionException(String message) {
        super(message);
    }
}
