package org.dutyledger.evaluation;

import java.math.BigDecimal;
import java.util.function.IntPredicate;

/** The value behind CEL's opaque type {@code decimal}: an exact number. */
record Exact(Fraction number) {
    static final Exact ZERO = new Exact(Fraction.ZERO);

    static Exact of(BigDecimal number) {
        return new Exact(Fraction.of(number));
    }

    /** A decimal, or a literal as its author typed it: {@code 0.45} is 0.45 and not the nearest binary fraction. */
    static Exact of(Object operand) {
        if (operand instanceof Exact exact) {
            return exact;
        }
        if (operand instanceof Long integer) {
            return of(BigDecimal.valueOf(integer));
        }
        if (operand instanceof Double literal) {
            return of(BigDecimal.valueOf(literal));
        }
        throw new IllegalArgumentException("not a number: " + operand.getClass().getName());
    }

    Exact plus(Exact other) {
        return new Exact(number.plus(other.number));
    }

    Exact minus(Exact other) {
        return plus(other.negate());
    }

    Exact times(Exact other) {
        return new Exact(number.times(other.number));
    }

    Exact over(Exact divisor) {
        return new Exact(number.over(divisor.number));
    }

    Exact negate() {
        return new Exact(number.negate());
    }

    Exact abs() {
        return number.signum() < 0 ? negate() : this;
    }

    Exact min(Exact other) {
        return number.compareTo(other.number) <= 0 ? this : other;
    }

    Exact max(Exact other) {
        return negate().min(other.negate()).negate();
    }

    /** With so many decimals, rounded half-up. */
    Exact rounded(int decimals) {
        return of(number.rounded(decimals));
    }

    /** Whether the order of this number and another, negative, zero or positive, satisfies a condition. */
    boolean compares(Exact other, IntPredicate holds) {
        return holds.test(number.compareTo(other.number));
    }
}
