package org.dutyledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Reason;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.RuleSpec.Effect;
import org.dutyledger.indicators.Unit;
import org.junit.jupiter.api.Test;

/** A county without training bodies has no share of removed ones: the measure and its rules are 不适用. */
class ApplicabilityTest {
    private static final Evaluator EVALUATOR = new Evaluator(new CompiledFramework(new Frameworks()
            .number("total", Unit.HOUSEHOLD, 0, true)
            .number("removed", Unit.HOUSEHOLD, 0, false)
            .derived("rate", Unit.PERCENT, 1)
            .measure("rate", "removed / total * 100", Unit.PERCENT, 1, "removed", "total")
            .appliesIf("total > 0")
            .measure("twice", "rate * 2", Unit.PERCENT, 1, "rate")
            .rule("reduction", "rate >= 80", Effect.FAIL, "压减率{{rate}}%", "rate")
            .rule("double", "twice >= 160", Effect.VERIFY, "两倍{{twice}}%", "twice")
            .decisive()
            .indicator("1", 1)
            .number("schools", Unit.SCHOOL, 0, true)
            .rule("any", "schools > 0 || rate > 0", Effect.FAIL, "{{schools}}所", "schools", "rate")
            .rule("some", "schools > 0", Effect.FAIL, "{{schools}}所", "schools")
            .indicator("2", 1)
            .build()));

    private final CurrentItems items = new CurrentItems();

    @Test
    void conditionThatDoesNotHold_leavesOutMeasuresRulesAndTheDerivedFigure() {
        put("total", "0", "家");
        put("schools", "3", "所");
        IndicatorEvaluated first = evaluate("1");
        assertThat(first.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(first.notApplicable()).containsExactly("rate", "twice");
        assertThat(first.missing()).as("the derived figure is not asked for").isEmpty();
        assertThat(first.measures()).isEmpty();
        assertThat(first.findings())
                .as("the condition prevents a division by zero")
                .isEmpty();
        assertThat(first.reasons())
                .extracting(Reason::rule, Reason::holds, Reason::text)
                .containsExactly(tuple("reduction", null, "不适用：rate"), tuple("double", null, "不适用：twice"));
        IndicatorEvaluated second = evaluate("2");
        assertThat(second.verdict()).as("the other rule decides").isEqualTo(Verdict.PASS);
        assertThat(second.notApplicable()).as("of its own measures").isNull();
        assertThat(second.reasons()).extracting(Reason::text).containsExactly("不适用：rate", "3所");
    }

    @Test
    void valueDeclaredForIt_isToBeVerified() {
        put("total", "0", "家");
        put("rate", "86.7", "%");
        IndicatorEvaluated evaluated = evaluate("1");
        assertThat(evaluated.findings())
                .extracting(Finding::id, Finding::text)
                .containsExactly(tuple("1.rate.declared", "rate：不适用，填报值为 86.7%，请核对"));
        assertThat(evaluated.reasons()).extracting(Reason::holds).containsOnlyNulls();
        assertThat(evaluated.verdict()).isEqualTo(Verdict.TO_VERIFY);
    }

    @Test
    void conditionThatHolds_changesNothing() {
        put("total", "212", "家");
        put("removed", "184", "家");
        IndicatorEvaluated evaluated = evaluate("1");
        assertThat(evaluated.notApplicable()).isNull();
        assertThat(evaluated.verdict()).isEqualTo(Verdict.PASS);
        assertThat(evaluated.measures())
                .extracting(m -> m.value().toPlainString())
                .containsExactly("86.8", "173.6");
    }

    @Test
    void conditionThatLacksItsInput_leavesTheFigureMissing() {
        IndicatorEvaluated evaluated = evaluate("1");
        assertThat(evaluated.notApplicable()).isNull();
        assertThat(evaluated.verdict()).isEqualTo(Verdict.PENDING);
        assertThat(evaluated.missing()).containsExactly("total", "rate");
    }

    private IndicatorEvaluated evaluate(String indicator) {
        return EVALUATOR.evaluate("c", indicator, 0, items);
    }

    private void put(String item, String value, String unit) {
        items.put(new Item(item, "czj", State.SUBMITTED, new BigDecimal(value), null, unit, 1, 1));
    }
}
