package org.dutyledger.evaluation.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.IntPredicate;
import org.dutyledger.events.IndicatorEvaluated.Bound;
import org.jspecify.annotations.Nullable;

/**
 * A number of an expression: an exact one, or a bound. A result is a bound where its direction follows from the
 * operands; where it does not, there is no value.
 *
 * @param number the number or its bound
 * @param bound null for an exact number
 */
public record Amount(Fraction number, @Nullable Bound bound) {
    static final Amount ZERO = new Amount(Fraction.ZERO, null);

    /** An exact number. */
    public static Amount of(BigDecimal number) {
        return of(number, null);
    }

    /** A number, or a bound where one is given. */
    public static Amount of(BigDecimal number, @Nullable Bound bound) {
        return new Amount(Fraction.of(number), bound);
    }

    static Amount of(long number) {
        return of(BigDecimal.valueOf(number));
    }

    Amount plus(Amount other) {
        return new Amount(number.plus(other.number), common(bound, other.bound));
    }

    Amount minus(Amount other) {
        return plus(other.negate());
    }

    Amount times(Amount other) {
        Fraction product = number.times(other.number);
        if (bound != null && other.bound != null) {
            boolean grows = bound == Bound.AT_LEAST && other.bound == bound;
            if (grows && number.signum() >= 0 && other.number.signum() >= 0) {
                return new Amount(product, bound);
            }
            throw undecided();
        }
        return bound == null ? other.scaled(product, number) : scaled(product, other.number);
    }

    /** @throws NoValueException when the divisor is zero, or a bound that leaves zero possible */
    Amount over(Amount divisor) {
        if (divisor.bound == null) {
            return scaled(number.over(divisor.number), divisor.number);
        }
        if (divisor.bound == Bound.AT_MOST || divisor.number.signum() <= 0) {
            throw undecided();
        }
        // a greater divisor takes the quotient towards zero
        Bound towardsZero = number.signum() > 0 ? Bound.AT_MOST : Bound.AT_LEAST;
        if (number.signum() == 0 && bound == null) {
            return ZERO;
        }
        if (bound == null || bound == towardsZero) {
            return new Amount(number.over(divisor.number), towardsZero);
        }
        throw undecided();
    }

    Amount negate() {
        return new Amount(number.negate(), opposite(bound));
    }

    Amount abs() {
        if (bound == null) {
            return number.signum() < 0 ? negate() : this;
        }
        Amount positive = bound == Bound.AT_LEAST ? this : negate();
        if (positive.number.signum() < 0) {
            throw undecided();
        }
        return positive;
    }

    Amount min(Amount other) {
        Bound common = common(bound, other.bound);
        Amount least = number.compareTo(other.number) <= 0 ? this : other;
        return common == Bound.AT_MOST ? new Amount(least.number, common) : least;
    }

    Amount max(Amount other) {
        return negate().min(other.negate()).negate();
    }

    /** With so many decimals, rounded half-up. */
    Amount rounded(int decimals) {
        return new Amount(Fraction.of(number.rounded(decimals, RoundingMode.HALF_UP)), bound);
    }

    /** As it is printed with so many decimals: half-up, a bound in its direction so that it stays true. */
    public BigDecimal printed(int decimals) {
        if (bound == null) {
            return number.rounded(decimals, RoundingMode.HALF_UP);
        }
        return number.rounded(decimals, bound == Bound.AT_LEAST ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    /**
     * Whether the order of this number and another, negative, zero or positive, satisfies a condition.
     *
     * @throws NoValueException when bounds leave it open
     */
    boolean compares(Amount other, IntPredicate holds) {
        Amount difference = minus(other);
        int sign = difference.number.signum();
        boolean result = holds.test(sign);
        int end = difference.bound == null ? sign : difference.bound == Bound.AT_LEAST ? 1 : -1;
        for (int possible = Math.min(sign, end); possible <= Math.max(sign, end); possible++) {
            if (holds.test(possible) != result) {
                throw undecided();
            }
        }
        return result;
    }

    /** This bound or number multiplied by an exact factor, or divided by it, where that gives {@code result}. */
    private Amount scaled(Fraction result, Fraction factor) {
        if (factor.signum() == 0) {
            return ZERO;
        }
        return new Amount(result, factor.signum() > 0 ? bound : opposite(bound));
    }

    private static @Nullable Bound common(@Nullable Bound one, @Nullable Bound other) {
        if (one != null && other != null && one != other) {
            throw undecided();
        }
        return one == null ? other : one;
    }

    private static @Nullable Bound opposite(@Nullable Bound bound) {
        if (bound == null) {
            return null;
        }
        return bound == Bound.AT_LEAST ? Bound.AT_MOST : Bound.AT_LEAST;
    }

    private static NoValueException undecided() {
        return new NoValueException("所依据的下限或上限不足以得出结果");
    }
}
