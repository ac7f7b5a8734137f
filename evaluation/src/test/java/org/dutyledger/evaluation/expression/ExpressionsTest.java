package org.dutyledger.evaluation.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutyledger.evaluation.expression.Expressions.Compiled;
import org.dutyledger.evaluation.expression.Expressions.Outcome;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.expression.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {
    private static final Expressions EXPRESSIONS = new Expressions(
            Map.of("a", new Kind.Amount(Unit.NONE), "b", new Kind.Amount(Unit.NONE), "claim", new Kind.Words()));
    private static final Map<String, Object> VALUES = Map.of("a", exact("7.0"), "b", exact("0.1"), "claim", "达到");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a + b                       | 7.1
                    b + 0.2                     | 0.3
                    0.2 + b                     | 0.3
                    1 - b                       | 0.9
                    a * 3                       | 21
                    a / 2                       | 3.5
                    1 / a * a                   | 1
                    a * 1.1                     | 7.7
                    -a                          | -7
                    abs(b - a)                  | 6.9
                    sum([a, b, a])              | 14.1
                    mean([a, b])                | 3.55
                    min(a, 3)                   | 3
                    max([a, b])                 | 7
                    round(a / 3, 1)             | 2.3
                    round(-b / 4, 2)            | -0.03
                    count([a > b, a == 7, b > 1]) | 2
                    round(b / 3, 6)             | 0.033333
                    b * 0.10000000000000000000000001 | 0.010000000000000000000000001
                    """)
    void arithmetic_isExact(String expression, String expected) {
        Outcome outcome = number(expression).evaluate(VALUES);
        assertThat(outcome.reason()).isNull();
        assertThat(outcome.value()).isEqualTo(exact(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a == 7",
                "a == 7.0",
                "7 == a",
                "b == 0.1",
                "a != b",
                "b != 1",
                "b < a",
                "b <= 0.1",
                "a > 6.99",
                "0.2 >= b",
                "claim == \"达到\"",
                "claim != \"符合\" && true",
                "a / (b - b) > 1 || a == 7",
                "!(a / (b - b) > 1 && a != 7)",
                "a - a == 0 && !(b > 1)",
                "b + b + b == 0.3",
                "a / 3 + a / 3 + a / 3 == 7",
                "(a / 3) / (a / 6) >= 2"
            })
    void conditions_hold(String expression) {
        assertThat(condition(expression).evaluate(VALUES).value()).isEqualTo(true);
    }

    @Test
    void divisionByZero_hasNoValueButAReason() {
        Outcome outcome = number("b / (a - 7)").evaluate(VALUES);
        assertThat(outcome.value()).isNull();
        assertThat(outcome.reason()).isEqualTo("除数为零");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    round(a, 31)          | 保留的小数位数应为0至30
                    round(a, -1)          | 保留的小数位数应为0至30
                    cv([a, b], [a])       | 差异系数须由两个等长的非空列表测算
                    cv([a, b], [a - a, b]) | 除数为零
                    """)
    void missingValue_hasAReason(String expression, String reason) {
        Outcome outcome = number(expression).evaluate(VALUES);
        assertThat(outcome.value()).isNull();
        assertThat(outcome.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 / 2 * a     | rule 'r' computes with written numbers only; write the result
                    a > claim     | rule 'r' compares a text with a ratio by >
                    nothing + a   | rule 'r' uses [nothing] not listed in its inputs
                    a >           | rule 'r' needs a value at its end
                    double(a) > 1 | rule 'r' calls the unknown function 'double'
                    a + b         | rule 'r' yields a ratio
                    """)
    void problems_nameRuleAndPlace(String expression, String expected) {
        List<String> problems = new ArrayList<>();
        assertThat(EXPRESSIONS.condition("rule 'r'", expression, List.of("a", "b", "claim"), problems))
                .isEmpty();
        assertThat(problems).singleElement().asString().startsWith(expected);
    }

    @Test
    void everyUsedName_mustBeAnInput() {
        List<String> problems = new ArrayList<>();
        EXPRESSIONS.condition("rule 'r'", "a > b", List.of("a"), problems);
        assertThat(problems).containsExactly("rule 'r' uses [b] not listed in its inputs");
    }

    @Test
    void aConditionIsNotANumber() {
        List<String> problems = new ArrayList<>();
        assertThat(EXPRESSIONS.number("measure 'm'", "a > b", List.of("a", "b"), problems))
                .isEmpty();
        assertThat(problems).containsExactly("measure 'm' yields yes or no");
    }

    private static Compiled number(String expression) {
        List<String> problems = new ArrayList<>();
        var compiled = EXPRESSIONS.number("test", expression, List.of("a", "b", "claim"), problems);
        assertThat(problems).isEmpty();
        return compiled.orElseThrow();
    }

    private static Compiled condition(String expression) {
        List<String> problems = new ArrayList<>();
        var compiled = EXPRESSIONS.condition("test", expression, List.of("a", "b", "claim"), problems);
        assertThat(problems).isEmpty();
        return compiled.orElseThrow();
    }

    private static Amount exact(String number) {
        return Amount.of(new BigDecimal(number));
    }
}
