package org.dutyledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.evaluation.expression.Amount;
import org.dutyledger.evaluation.expression.Expressions;
import org.dutyledger.evaluation.expression.Expressions.Outcome;
import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Bound;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Measure;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.RuleSpec.Effect;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.expression.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number of which only a lower bound was submitted stays a bound through every measure and rule. */
class BoundsTest {
    private static final String UNDECIDED = "所依据的下限或上限不足以得出结果";
    private static final Expressions EXPRESSIONS = new Expressions(Map.of(
            "a", new Kind.Amount(Unit.NONE),
            "least", new Kind.Amount(Unit.NONE),
            "negative", new Kind.Amount(Unit.NONE),
            "claim", new Kind.Words()));
    private static final List<String> INPUTS = List.of("a", "least", "negative", "claim");
    private static final Map<String, Object> VALUES = Map.of(
            "a", amount("5", null),
            "least", amount("20", Bound.AT_LEAST),
            "negative", amount("-3", Bound.AT_LEAST),
            "claim", "是");

    private final CurrentItems items = new CurrentItems();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            least + a                   | 25   | AT_LEAST
            least + least               | 40   | AT_LEAST
            a - least                   | -15  | AT_MOST
            -least                      | -20  | AT_MOST
            least * 2                   | 40   | AT_LEAST
            least * -2.0                | -40  | AT_MOST
            least * 0                   | 0    |
            least * least               | 400  | AT_LEAST
            least / a                   | 4    | AT_LEAST
            least / -4.0                | -5   | AT_MOST
            a / least                   | 0.25 | AT_MOST
            -a / least                  | -0.25 | AT_LEAST
            (a - a) / least             | 0    |
            (60 - least) / least        | 2    | AT_MOST
            abs(least)                  | 20   | AT_LEAST
            abs(-least)                 | 20   | AT_LEAST
            min(least, a)               | 5    |
            min(least, 30)              | 20   | AT_LEAST
            min(-least, a)              | -20  | AT_MOST
            max(least, a)               | 20   | AT_LEAST
            max(-least, a)              | 5    |
            sum([least, a, a])          | 30   | AT_LEAST
            mean([least, a, a])         | 10   | AT_LEAST
            round(least / 3, 1)         | 6.7  | AT_LEAST
            """)
    void aDirectionThatFollows_isKept(String expression, String number, @Nullable Bound bound) {
        Outcome outcome = number(expression);
        assertThat(outcome.reason()).isNull();
        assertThat(outcome.value()).isEqualTo(amount(number, bound));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "least - least",
                "least / least",
                "least / (least + a)",
                "a / -least",
                "a / negative",
                "least * negative",
                "least * -least",
                "abs(negative)",
                "min(least, -least)"
            })
    void aDirectionThatDoesNot_isNoValue(String expression) {
        Outcome outcome = number(expression);
        assertThat(outcome.value()).isNull();
        assertThat(outcome.reason()).isEqualTo(UNDECIDED);
    }

    @Test
    void disparity_needsExactNumbers() {
        assertThat(number("cv([least, a], [a, a])").reason()).isEqualTo("下限或上限不能用于测算差异系数");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            least >= 20               | true
            least > 19                | true
            least > 20                |
            least >= 21               |
            least < 20                | false
            least <= 19               | false
            least <= 20               |
            least == 19               | false
            least != 19               | true
            least == 20               |
            least == 25               |
            -least <= -20             | true
            a < least                 | true
            least > 20 || a == 5      | true
            least > 20 && a == 6      | false
            !(least > 20)             |
            count([least > 20]) == 1  |
            claim == "是"             | true
            claim != "否"             | true
            """)
    void aRuleIsDecidedOnlyByWhatIsKnown(String expression, @Nullable Boolean expected) {
        Outcome outcome = condition(expression);
        assertThat(outcome.value()).isEqualTo(expected);
        assertThat(outcome.reason()).isEqualTo(expected == null ? UNDECIDED : null);
    }

    @Test
    void aMeasureOfABound_isPrintedAsBoundInItsDirection() {
        Evaluator evaluator = evaluator("removed / total * 100", "rate >= 80.0");
        number("removed", "184", null);
        number("total", "212", Bound.AT_LEAST);
        IndicatorEvaluated result = evaluator.evaluate("c", "1", 0, items);
        assertThat(result.measures())
                .extracting(Measure::value, Measure::bound)
                .containsExactly(tuple(new BigDecimal("86.8"), Bound.AT_MOST));
        assertThat(result.verdict()).isEqualTo(Verdict.TO_VERIFY);
        assertThat(result.reasons().get(0).holds()).isNull();
        assertThat(result.reasons().get(0).text()).isEqualTo("rate至多86.8%：" + UNDECIDED);
        assertThat(result.findings()).extracting(Finding::text).containsExactly("rate至多86.8%：" + UNDECIDED);

        number("removed", "160", null);
        result = evaluator.evaluate("c", "1", 0, items);
        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.reasons().get(0).text()).isEqualTo("未达到：压减率至多75.5%");
    }

    /** 20 / 3 is 6.66…: at least 6.7 would say too much. */
    @Test
    void aBound_isRoundedToTheSideWhereItStaysTrue() {
        Evaluator evaluator = evaluator("removed / total * 100", "rate >= 6.65");
        number("removed", "20", Bound.AT_LEAST);
        number("total", "300", null);
        IndicatorEvaluated result = evaluator.evaluate("c", "1", 0, items);
        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.reasons().get(0).text()).isEqualTo("压减率至少6.66%");
    }

    @Test
    void aMeasureWithoutDirection_hasAReason() {
        Evaluator evaluator = evaluator("removed / (removed + total) * 100", "rate >= 10.0");
        number("removed", "20", Bound.AT_LEAST);
        number("total", "300", null);
        IndicatorEvaluated result = evaluator.evaluate("c", "1", 0, items);
        assertThat(result.measures()).isEmpty();
        assertThat(result.findings()).extracting(Finding::text).containsExactly("rate：无法测算，" + UNDECIDED);
    }

    @Test
    void aDeclaredValue_differsFromABoundOnlyOnItsOtherSide() {
        Evaluator evaluator = evaluator("removed / total * 100", "rate >= 0.0");
        number("removed", "184", null);
        number("total", "212", Bound.AT_LEAST);
        number("rate", "80.0", null);
        assertThat(evaluator.evaluate("c", "1", 0, items).findings())
                .extracting(Finding::check)
                .doesNotContain("ratio");
        number("rate", "90.0", null);
        assertThat(evaluator.evaluate("c", "1", 0, items).findings())
                .extracting(Finding::text)
                .contains("rate：测算值 至多86.8%，填报值 90.0%，至少相差 3.2%");
    }

    private static Evaluator evaluator(String expression, String rule) {
        return new Evaluator(new CompiledFramework(new Frameworks()
                .number("removed", Unit.HOUSEHOLD, 0, true)
                .number("total", Unit.HOUSEHOLD, 0, true)
                .derived("rate", Unit.PERCENT, 1)
                .measure("rate", expression, Unit.PERCENT, 1, "removed", "total")
                .rule("r", rule, Effect.FAIL, "压减率{{rate}}%", "rate")
                .indicator("1", 1)
                .build()));
    }

    private static Outcome number(String expression) {
        List<String> problems = new ArrayList<>();
        var compiled = EXPRESSIONS.number("test", expression, INPUTS, problems);
        assertThat(problems).isEmpty();
        return compiled.orElseThrow().evaluate(VALUES);
    }

    private static Outcome condition(String expression) {
        List<String> problems = new ArrayList<>();
        var compiled = EXPRESSIONS.condition("test", expression, INPUTS, problems);
        assertThat(problems).isEmpty();
        return compiled.orElseThrow().evaluate(VALUES);
    }

    private static Amount amount(String number, @Nullable Bound bound) {
        return Amount.of(new BigDecimal(number), bound);
    }

    private void number(String id, String value, @Nullable Bound bound) {
        items.put(new Item(id, "o", State.SUBMITTED, new BigDecimal(value), null, "", bound, 1, 1));
    }
}
