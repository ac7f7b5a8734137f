package org.dutyledger.evaluation.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dutyledger.indicators.expression.Expression;
import org.dutyledger.indicators.expression.ExpressionException;
import org.junit.jupiter.api.Test;

/** The coefficient of variation of 教督〔2017〕6号, against published vectors. */
class DisparityTest {
    private static final List<Amount> PUPILS = numbers(45, 37, 89, 76, 55);
    private static final List<Amount> BOOKS = numbers(279, 137, 935, 160, 402);

    @Test
    void fiveSchools_giveThePublishedValue() {
        assertThat(Calls.cv(BOOKS, PUPILS).printed(4)).isEqualByComparingTo("0.5153");
    }

    @Test
    void wrongFormulas_giveOtherValues() {
        assertThat(Calls.cv(BOOKS, PUPILS).printed(4)).isNotIn(new BigDecimal("0.4888"), new BigDecimal("0.5465"));
    }

    @Test
    void authors_canCallIt() {
        assertThat(value("cv([books, 137, 935, 160, 402], [45, 37, 89, 76, 55]) <= 0.50", Map.of("books", exact(279))))
                .isEqualTo(false);
    }

    /** 九年一贯制: 166 + 210 pupils share 23,226 books 1 : 1.1. */
    @Test
    void sharedStock_isSplitByWeightedPupils() {
        Map<String, Object> values = Map.of("books", exact(23226), "small", exact(166), "big", exact(210));
        assertThat(((Amount) value("books * small / (small + 1.1 * big)", values)).printed(1))
                .isEqualByComparingTo("9711.6");
        assertThat(((Amount) value("books * 1.1 * big / (small + 1.1 * big)", values)).printed(1))
                .isEqualByComparingTo("13514.4");
    }

    /** Two schools, 45 % above and below the mean of a third of a book: exactly 0.45, though no quotient ends. */
    @Test
    void rationalRoot_isExact() {
        Amount third = exact(1).over(exact(3));
        List<Amount> stock = List.of(third.times(exact(145)), third.times(exact(55)));
        assertThat(Calls.cv(stock, numbers(7, 7))).isEqualTo(Amount.of(new BigDecimal("0.45")));
    }

    @Test
    void listsOfDifferentLength_haveNoValue() {
        assertThatThrownBy(() -> Calls.cv(BOOKS, PUPILS.subList(0, 2))).isInstanceOf(NoValueException.class);
        assertThatThrownBy(() -> Calls.cv(List.of(), List.of())).isInstanceOf(NoValueException.class);
    }

    private static Object value(String expression, Map<String, Object> values) {
        try {
            return new Interpreter(values).value(Expression.parse(expression));
        } catch (ExpressionException e) {
            throw new AssertionError(e);
        }
    }

    private static Amount exact(long number) {
        return Amount.of(BigDecimal.valueOf(number));
    }

    private static List<Amount> numbers(long... numbers) {
        return Arrays.stream(numbers).mapToObj(DisparityTest::exact).toList();
    }
}
