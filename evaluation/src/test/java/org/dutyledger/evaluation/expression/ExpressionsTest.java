package org.dutyledger.evaluation.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutyledger.evaluation.expression.Expressions.Compiled;
import org.dutyledger.evaluation.expression.Expressions.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {
    private static final Expressions EXPRESSIONS = new Expressions(
            Map.of("a", DecimalLibrary.DECIMAL, "b", DecimalLibrary.DECIMAL, "claim", SimpleType.STRING));
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
                    round(decimal(1) / 3 * b, 6) | 0.033333
                    claim == '达到' ? a : b     | 7
                    """)
    void arithmetic_isExact(String expression, String expected) {
        Outcome outcome = compile(expression, DecimalLibrary.DECIMAL).evaluate(VALUES);
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
                "claim in ['达到', '符合']",
                "claim.startsWith('达')",
                "[a, b].all(x, x > 0)",
                "a - a == 0 && !(b > 1)",
                "b + b + b == 0.3",
                "decimal(1) / 3 + decimal(1) / 3 + decimal(1) / 3 == 1",
                "(a / 3) / (a / 6) >= 2"
            })
    void conditions_hold(String expression) {
        assertThat(compile(expression, SimpleType.BOOL).evaluate(VALUES).value())
                .isEqualTo(true);
    }

    @Test
    void divisionByZero_hasNoValueAndSaysWhy() {
        Outcome outcome = compile("b / (a - 7)", DecimalLibrary.DECIMAL).evaluate(VALUES);
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
    void whatHasNoValue_saysWhy(String expression, String reason) {
        Outcome outcome = compile(expression, DecimalLibrary.DECIMAL).evaluate(VALUES);
        assertThat(outcome.value()).isNull();
        assertThat(outcome.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 / 2 * a     | rule 'r': line 1, column 3: found no matching overload for '_/_'
                    a > claim     | rule 'r': line 1, column 3: found no matching overload for '_>_'
                    nothing + a   | rule 'r': line 1, column 1: undeclared reference to 'nothing'
                    a >           | rule 'r': line 1, column 4
                    double(a) > 1.0 | rule 'r': line 1, column 7: undeclared reference to 'double'
                    a + b         | rule 'r': gives decimal, must give bool
                    """)
    void problems_nameRuleAndPlace(String expression, String expected) {
        List<String> problems = new ArrayList<>();
        var compiled =
                EXPRESSIONS.compile("rule 'r'", expression, List.of("a", "b", "claim"), SimpleType.BOOL, problems);
        assertThat(compiled).isEmpty();
        assertThat(problems).isNotEmpty().allSatisfy(p -> assertThat(p).startsWith("rule 'r'"));
        assertThat(problems).anySatisfy(p -> assertThat(p).startsWith(expected));
    }

    @Test
    void everyUsedName_mustBeAnInput() {
        List<String> problems = new ArrayList<>();
        EXPRESSIONS.compile("rule 'r'", "a > b", List.of("a"), SimpleType.BOOL, problems);
        assertThat(problems).containsExactly("rule 'r': uses [b] not listed in its inputs");
    }

    private static Compiled compile(String expression, CelType type) {
        List<String> problems = new ArrayList<>();
        var compiled = EXPRESSIONS.compile("test", expression, List.of("a", "b", "claim"), type, problems);
        assertThat(problems).isEmpty();
        return compiled.orElseThrow();
    }

    private static Amount exact(String number) {
        return Amount.of(new BigDecimal(number));
    }
}
