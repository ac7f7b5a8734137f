package org.dutyledger.evaluation.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {

    @ParameterizedTest
    @CsvSource({
        "1, 3, 2, 0.33",
        "2, 3, 2, 0.67",
        "-2, 3, 2, -0.67",
        "1, 8, 2, 0.13",
        "-1, 8, 2, -0.13",
        "5, -2, 0, -3",
        "7, 1, 2, 7.00",
        "0, 5, 1, 0.0",
        "119500, 120000, 3, 0.996"
    })
    void rounding_isHalfUp(long above, long below, int decimals, BigDecimal expected) {
        assertThat(fraction(above, below).rounded(decimals, RoundingMode.HALF_UP))
                .isEqualTo(expected);
    }

    @Test
    void lowestTerms_makeEqualNumbersEqual() {
        assertThat(fraction(2, -6)).isEqualTo(fraction(-1, 3)).hasSameHashCodeAs(fraction(-1, 3));
        assertThat(Fraction.of(new BigDecimal("1.50"))).isEqualTo(fraction(3, 2));
        assertThat(Fraction.of(new BigDecimal("1.5E+3"))).isEqualTo(fraction(1500, 1));
    }

    @Test
    void quotientsThatDoNotEnd_areExact() {
        Fraction third = fraction(1, 3);
        assertThat(third.plus(third).plus(third)).isEqualTo(fraction(1, 1));
        assertThat(third.over(fraction(1, 6))).isEqualTo(fraction(2, 1));
        assertThat(fraction(119_500, 120_000)).isLessThan(fraction(1, 1));
    }

    @ParameterizedTest
    @CsvSource({"4, 9, 2, 3", "0, 7, 0, 1", "81, 400, 9, 20"})
    void rootOfARationalSquare_isExact(long above, long below, long rootAbove, long rootBelow) {
        assertThat(fraction(above, below).root()).isEqualTo(fraction(rootAbove, rootBelow));
    }

    @Test
    void otherRoots_areCutAtTheirLastDecimal() {
        assertThat(fraction(2, 1).root())
                .isEqualTo(Fraction.of(new BigDecimal("1.4142135623730950488016887242096980785696")));
    }

    @Test
    void notANumber_hasAReason() {
        assertThatThrownBy(() -> fraction(1, 1).over(Fraction.ZERO)).hasMessage("除数为零");
        assertThatThrownBy(() -> fraction(-1, 4).root()).hasMessage("负数没有平方根");
        Fraction large = new Fraction(BigInteger.TWO.pow(Fraction.MOST_BITS - 1), BigInteger.ONE);
        assertThatThrownBy(() -> large.plus(large)).hasMessage("数值超出测算范围");
        assertThatThrownBy(() -> fraction(1, 1).over(large).over(fraction(2, 1)))
                .hasMessage("数值超出测算范围");
    }

    private static Fraction fraction(long above, long below) {
        return new Fraction(BigInteger.valueOf(above), BigInteger.valueOf(below));
    }
}
