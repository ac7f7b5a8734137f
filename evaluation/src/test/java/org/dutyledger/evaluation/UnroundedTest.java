package org.dutyledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Measure;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.RuleSpec.Effect;
import org.dutyledger.indicators.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules compare unrounded values, and no printed value contradicts the verdict. */
class UnroundedTest {
    private final CurrentItems items = new CurrentItems();
    private Evaluator evaluator = new Evaluator(new CompiledFramework(oneRule("a / b", 2, "m >= 1")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a / b             | 2 | m >= 1.0   | 119500   | 120000   | FAIL | 0.996
            a / b             | 2 | m >= 1.0   | 120000   | 120000   | PASS | 1.00
            a / b             | 2 | m >= 1.0   | 120400   | 120000   | PASS | 1.00
            (a / b - 1) * 100 | 2 | m >= 0.0   | 16571.07 | 16571.80 | FAIL | -0.004
            (a / b - 1) * 100 | 2 | m >= 0.0   | 9999.60  | 10000.00 | FAIL | -0.004
            (a / b - 1) * 100 | 2 | m >= 0.0   | 10000.00 | 10000.00 | PASS | 0.00
            a / b * 100       | 1 | m >= 85.0  | 8496     | 10000    | FAIL | 84.96
            a / b * 100       | 1 | m >= 85.0  | 8500     | 10000    | PASS | 85.0
            a / b             | 2 | m <= 0.50  | 504      | 1000     | FAIL | 0.504
            a / b             | 2 | m <= 0.50  | 500      | 1000     | PASS | 0.50
            a / b             | 1 | m < 0.5    | 1        | 3        | PASS | 0.3
            a / b             | 0 | m > 1      | 1000001  | 1000000  | PASS | 1.000001
            a / b             | 0 | m == 1     | 1000001  | 1000000  | FAIL | 1.000001
            a / b * 3         | 2 | m >= 1     | 1        | 3        | PASS | 1.00
            a / b             | 2 | m > 0.333  | 1        | 3        | PASS | 0.3333
            """)
    void thresholds_areComparedUnrounded(
            String expression, int decimals, String rule, String a, String b, Verdict verdict, String printed) {
        evaluator = new Evaluator(new CompiledFramework(oneRule(expression, decimals, rule)));
        number("a", a);
        number("b", b);
        IndicatorEvaluated result = evaluate("1");
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.measures()).extracting(Measure::value).containsExactly(new BigDecimal(printed));
        assertThat(result.reasons().get(0).text()).endsWith("值为" + printed);
    }

    @Test
    void aMeasureIsTakenUnroundedByAnother() {
        evaluator = new Evaluator(new CompiledFramework(new Frameworks()
                .number("a", Unit.NONE, 2, true)
                .number("b", Unit.NONE, 2, true)
                .measure("share", "a / b * 100", Unit.PERCENT, 1, "a", "b")
                .measure("part", "share * 20", Unit.NONE, 0, "share")
                .indicator("1", 1)
                .build()));
        number("a", "104.85");
        number("b", "100");
        assertThat(evaluate("1").measures())
                .extracting(Measure::value)
                .containsExactly(new BigDecimal("104.9"), new BigDecimal("2097"));
    }

    @Test
    void aRuleOfAnotherIndicator_decidesTheDecimalsToo_andItsItemsTouchBoth() {
        evaluator = new Evaluator(new CompiledFramework(new Frameworks()
                .number("a", Unit.NONE, 2, true)
                .number("b", Unit.NONE, 2, true)
                .measure("m", "a / b", Unit.NONE, 0, "a", "b")
                .indicator("1", 1)
                .number("limit", Unit.NONE, 2, true)
                .rule("r", "m <= limit", Effect.FAIL, "值为{{m}}", "m", "limit")
                .indicator("2", 1)
                .build()));
        number("a", "104");
        number("b", "100");
        assertThat(evaluate("1").measures()).extracting(Measure::value).containsExactly(new BigDecimal("1"));
        number("limit", "1");
        assertThat(evaluator.framework().affectedBy("limit")).containsExactlyInAnyOrder("1", "2");
        assertThat(evaluate("1").measures()).extracting(Measure::value).containsExactly(new BigDecimal("1.04"));
    }

    /** Each alone may be rounded to 1: only both together would print 1 > 1. */
    @Test
    void twoMeasuresOfOneRule_areTogetherPrintedFarEnough() {
        evaluator = new Evaluator(new CompiledFramework(new Frameworks()
                .number("a", Unit.NONE, 2, true)
                .number("b", Unit.NONE, 2, true)
                .measure("p", "a / 100", Unit.NONE, 0, "a")
                .measure("q", "b / 100", Unit.NONE, 0, "b")
                .rule("r", "p > q", Effect.FAIL, "{{p}}，{{q}}", "p", "q")
                .indicator("1", 1)
                .build()));
        number("a", "140");
        number("b", "60");
        assertThat(evaluate("1").reasons().get(0).text()).isEqualTo("1.4，0.6");
        assertThat(evaluate("1").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void decimalsEndAtTheirLimit() {
        number("a", "999999999999999999999999999999");
        number("b", "1000000000000000000000000000000");
        assertThat(evaluate("1").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(evaluate("1").measures())
                .extracting(m -> m.value().scale())
                .containsExactly(2 + PrintedDecimals.MOST_MORE);
    }

    private static Framework oneRule(String expression, int decimals, String rule) {
        return new Frameworks()
                .number("a", Unit.NONE, 2, true)
                .number("b", Unit.NONE, 2, true)
                .measure("m", expression, Unit.NONE, decimals, "a", "b")
                .rule("r", rule, Effect.FAIL, "值为{{m}}", "m")
                .indicator("1", 1)
                .build();
    }

    private IndicatorEvaluated evaluate(String indicator) {
        return evaluator.evaluate("c", indicator, 0, items);
    }

    private void number(String id, String value) {
        items.put(new Item(id, "o", State.SUBMITTED, new BigDecimal(value), null, "", 1, 1));
    }
}
