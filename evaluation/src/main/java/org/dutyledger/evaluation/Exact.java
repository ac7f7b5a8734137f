package org.dutyledger.evaluation;

import java.math.BigDecimal;

/** The value behind CEL's opaque type {@code decimal}; equal when the numbers are, whatever their trailing zeros. */
record Exact(BigDecimal number) {

    /** A decimal, or a literal as its author typed it: {@code 0.45} is 0.45 and not the nearest binary fraction. */
    static BigDecimal of(Object operand) {
        if (operand instanceof Exact exact) {
            return exact.number;
        }
        if (operand instanceof Long integer) {
            return BigDecimal.valueOf(integer);
        }
        if (operand instanceof Double literal) {
            return BigDecimal.valueOf(literal);
        }
        throw new IllegalArgumentException("not a number: " + operand.getClass().getName());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Exact exact && number.compareTo(exact.number) == 0;
    }

    @Override
    public int hashCode() {
        return number.stripTrailingZeros().hashCode();
    }
}
