package org.dutyledger.evaluation.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A rational number in lowest terms. Sums, products and quotients are exact, so that a comparison with a threshold never
 * depends on rounding. Only an irrational square root is cut, at {@value #ROOT_DECIMALS} decimals.
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** Decimals of a square root. */
    static final int ROOT_DECIMALS = 40;

    /** Binary digits that numerator and denominator may have. */
    static final int MOST_BITS = 65_536;

    /** @throws NoValueException when the denominator is zero or the number exceeds {@link #MOST_BITS} */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new NoValueException("除数为零");
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
        if (numerator.abs().bitLength() > MOST_BITS || denominator.bitLength() > MOST_BITS) {
            throw new NoValueException("数值超出测算范围");
        }
    }

    static Fraction of(BigDecimal number) {
        return number.scale() > 0
                ? new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                : new Fraction(number.toBigIntegerExact(), BigInteger.ONE);
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction minus(Fraction other) {
        return plus(other.negate());
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws NoValueException when the divisor is zero */
    Fraction over(Fraction divisor) {
        return new Fraction(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    Fraction negate() {
        return new Fraction(numerator.negate(), denominator);
    }

    int signum() {
        return numerator.signum();
    }

    /** With so many decimals. */
    BigDecimal rounded(int decimals, RoundingMode mode) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, mode);
    }

    /**
     * The square root: exact where it is a rational number, else cut.
     *
     * @throws NoValueException for a negative number
     */
    Fraction root() {
        if (signum() < 0) {
            throw new NoValueException("负数没有平方根");
        }
        BigInteger above = numerator.sqrt();
        BigInteger below = denominator.sqrt();
        if (above.multiply(above).equals(numerator) && below.multiply(below).equals(denominator)) {
            return new Fraction(above, below);
        }
        BigInteger power = BigInteger.TEN.pow(ROOT_DECIMALS);
        return new Fraction(
                numerator.multiply(power.multiply(power)).divide(denominator).sqrt(), power);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
