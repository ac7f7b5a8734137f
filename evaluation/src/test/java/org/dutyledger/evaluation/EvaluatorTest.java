package org.dutyledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Map;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Operand;
import org.dutyledger.events.IndicatorEvaluated.Severity;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.FrameworkException;
import org.dutyledger.indicators.RuleSpec.Effect;
import org.dutyledger.indicators.Unit;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private final Evaluator evaluator = new Evaluator(new CompiledFramework(Frameworks.training()));
    private final CurrentItems items = new CurrentItems();

    @Test
    void missingRequiredInputs_arePending() {
        assertThat(evaluate("17").verdict()).isEqualTo(Verdict.PENDING);
        assertThat(evaluate("17").missing()).containsExactly("kept", "removed", "training_reduction_rate");
        assertThat(evaluate("17").position()).isEqualTo(3);
        assertThat(evaluate("17").reasons().get(0).holds()).isNull();
        assertThat(evaluate("17").reasons().get(0).text()).isEqualTo("缺少training_reduction_rate");
    }

    @Test
    void theRateOf2021_isComputedAndTheDeclaredOneBecomesAFinding() {
        number("kept", "28", 10);
        number("removed", "184", 11);
        number("training_reduction_rate", "86.7", 12);
        IndicatorEvaluated result = evaluate("17");
        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.position()).isEqualTo(12);
        assertThat(result.measures())
                .extracting(IndicatorEvaluated.Measure::value)
                .containsExactly(new BigDecimal("212"), new BigDecimal("86.8"));
        Finding finding = result.findings().get(0);
        assertThat(finding.check()).isEqualTo("ratio");
        assertThat(finding.id()).isEqualTo("17.training_reduction_rate.declared");
        assertThat(finding.text()).contains("86.8", "86.7", "0.1");
        assertThat(result.reasons().get(0).operands())
                .containsExactly(new Operand("training_reduction_rate", Values.COMPUTED, "86.8", "%", 11, null));
        assertThat(result.reasons().get(0).text()).isEqualTo("压减率 86.8% 应不低于 80%");
    }

    @Test
    void aDeclaredValue_countsOnlyWhereNothingCanBeComputed() {
        number("training_reduction_rate", "70.0", 12);
        assertThat(evaluate("17").missing()).containsExactly("kept", "removed");
        assertThat(evaluate("17").reasons().get(0).holds()).isFalse();
        assertThat(evaluate("17").measures()).isEmpty();
        assertThat(evaluate("17").findings()).isEmpty();
    }

    @Test
    void divisionByZero_isAFindingAndNeverAValue() {
        number("kept", "0", 10);
        number("removed", "0", 11);
        IndicatorEvaluated result = evaluate("17");
        assertThat(result.verdict()).isEqualTo(Verdict.PENDING);
        assertThat(result.findings()).extracting(Finding::text).containsExactly("training_reduction_rate：无法测算，除数为零");
    }

    @Test
    void aRuleThatHasNoValue_namesItsInputsAndWhy() {
        Evaluator dividing = new Evaluator(new CompiledFramework(new Frameworks()
                .number("x", Unit.PERSON, 0, true)
                .number("y", Unit.PERSON, 0, true)
                .rule("v", "x / y > 1", Effect.VERIFY, "{{x}}", "x", "y")
                .rule("n", "y / x > 1", Effect.NOTE, "{{x}}", "x", "y")
                .indicator("1", 1)
                .build()));
        number("x", "7", 1);
        number("y", "0", 1);
        IndicatorEvaluated result = dividing.evaluate("c", "1", 0, items);
        assertThat(result.verdict()).isEqualTo(Verdict.TO_VERIFY);
        assertThat(result.reasons().get(0).holds()).isNull();
        assertThat(result.reasons().get(0).text()).isEqualTo("x7家、y0家：除数为零");
        assertThat(result.findings().get(0).text()).isEqualTo("x7家、y0家：除数为零");
        number("x", "0", 2);
        number("y", "7", 2);
        result = dividing.evaluate("c", "1", 0, items);
        assertThat(result.findings())
                .extracting(Finding::id, Finding::severity)
                .containsExactly(tuple("1.v", Severity.WARNING), tuple("1.n.undecided", Severity.INFO));
    }

    /** A note that cannot be judged leaves the verdict, as one that does not hold does. */
    @Test
    void aNoteThatHasNoValue_leavesTheVerdict() {
        Evaluator dividing = new Evaluator(new CompiledFramework(new Frameworks()
                .number("x", Unit.PERSON, 0, true)
                .rule("n", "x / x > 1", Effect.NOTE, "{{x}}", "x")
                .indicator("1", 1)
                .build()));
        number("x", "0", 1);
        assertThat(dividing.evaluate("c", "1", 0, items).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aRuleThatLacksAMeasure_namesTheFiguresThatItNeeds() {
        Evaluator lacking = new Evaluator(new CompiledFramework(new Frameworks()
                .number("x", Unit.PERSON, 0, false)
                .number("y", Unit.PERSON, 0, false)
                .number("z", Unit.PERSON, 0, false)
                .measure("m", "x + y", Unit.PERSON, 0, "x", "y")
                .measure("n", "m + z", Unit.PERSON, 0, "m", "z")
                .rule("r", "n > m", Effect.FAIL, "{{n}}", "n", "m")
                .indicator("1", 1)
                .build()));
        number("y", "1", 1);
        assertThat(lacking.evaluate("c", "1", 0, items).reasons().get(0).text()).isEqualTo("缺少x、z");
        assertThat(lacking.evaluate("c", "1", 0, items).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void effects_leadToTheirVerdicts() {
        text("n18", "文字", 20);
        text("fair_admission", "不符合", 21);
        number("removed", "184", 22);
        IndicatorEvaluated result = evaluate("18");
        assertThat(result.verdict()).isEqualTo(Verdict.BASIC_PASS);
        assertThat(result.findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
        assertThat(result.findings().get(0).text()).isEqualTo("未达到：注销 184家");
        text("fair_admission", "符合", 23);
        assertThat(evaluate("18").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void failing_outweighsVerifying() {
        Evaluator strict = new Evaluator(new CompiledFramework(new Frameworks()
                .number("x", Unit.PERSON, 0, true)
                .rule("v", "x < 5", Effect.VERIFY, "核实 {{x}}", "x")
                .rule("f", "x < 10", Effect.FAIL, "上限 {{x}}", "x")
                .indicator("1", 1)
                .weights(Map.of("1", BigDecimal.ONE))
                .build()));
        number("x", "7", 1);
        assertThat(strict.evaluate("c", "1", 0, items).verdict()).isEqualTo(Verdict.TO_VERIFY);
        assertThat(strict.evaluate("c", "1", 0, items).score()).isNull();
        number("x", "12", 2);
        assertThat(strict.evaluate("c", "1", 0, items).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(strict.evaluate("c", "1", 0, items).score()).isEqualByComparingTo("0");
        number("x", "1", 3);
        assertThat(strict.evaluate("c", "1", 0, items).score()).isEqualByComparingTo("100");
    }

    @Test
    void aDecisiveRuleThatLacksAnInput_leavesTheVerdictOpen() {
        Evaluator decisive = new Evaluator(new CompiledFramework(new Frameworks()
                .number("x", Unit.PERSON, 0, false)
                .number("y", Unit.PERSON, 0, false)
                .rule("n", "y > 1", Effect.BASIC_PASS, "{{y}}", "y")
                .rule("d", "x > 1", Effect.FAIL, "{{x}}", "x")
                .decisive()
                .indicator("1", 1)
                .build()));
        assertThat(decisive.evaluate("c", "1", 0, items).verdict()).isEqualTo(Verdict.TO_VERIFY);
        assertThat(decisive.evaluate("c", "1", 0, items).findings()).isEmpty();
        number("x", "2", 1);
        assertThat(decisive.evaluate("c", "1", 0, items).verdict()).isEqualTo(Verdict.PASS);
        number("x", "1", 2);
        assertThat(decisive.evaluate("c", "1", 0, items).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aReturnedItem_isMissing_untilItIsPutRight() {
        text("n18", "文字", 20);
        text("fair_admission", "符合", 21);
        items.put(items.of("n18", "o").orElseThrow().in(State.RETURNED, 30));
        IndicatorEvaluated result = evaluate("18");
        assertThat(result.verdict()).isEqualTo(Verdict.PENDING);
        assertThat(result.missing()).containsExactly("n18");
        assertThat(result.findings()).extracting(Finding::check).containsExactly("returned");
        assertThat(result.position()).isEqualTo(30);
        text("n18", "更正的文字", 31);
        assertThat(evaluate("18").verdict()).isEqualTo(Verdict.PASS);
        assertThat(evaluate("18").findings()).isEmpty();
    }

    @Test
    void aReturnedFigure_isNoInputOfMeasures() {
        number("kept", "28", 10);
        number("removed", "184", 11);
        number("training_reduction_rate", "86.8", 12);
        items.put(items.of("removed", "o").orElseThrow().in(State.RETURNED, 30));
        IndicatorEvaluated result = evaluate("17");
        assertThat(result.missing()).containsExactly("removed");
        assertThat(result.measures()).isEmpty();
        assertThat(result.reasons().get(0).operands())
                .extracting(Operand::value)
                .containsExactly("86.8");
    }

    /** The other organisation's value counts again; the finding stays until the returned one is put right or withdrawn. */
    @Test
    void aReturnedValueOfOneOrganisation_givesWayToThatOfAnother() {
        text("n18", "文字", 20);
        text("fair_admission", "符合", 21);
        items.put(new Item("n18", "p", State.SUBMITTED, null, "另一单位的文字", "", 25, 25));
        items.put(items.of("n18", "p").orElseThrow().in(State.RETURNED, 30));
        assertThat(items.current("n18").orElseThrow().organisation()).isEqualTo("o");
        assertThat(evaluate("18").verdict()).isEqualTo(Verdict.TO_VERIFY);
        assertThat(evaluate("18").findings()).extracting(Finding::check).containsExactly("returned");
        items.put(items.of("n18", "p").orElseThrow().in(State.WITHDRAWN, 31));
        assertThat(evaluate("18").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void theLatestOfSeveralOrganisations_counts() {
        items.put(new Item("kept", "a", State.SUBMITTED, BigDecimal.ONE, null, "家", 5, 5));
        items.put(new Item("kept", "b", State.SUBMITTED, BigDecimal.TEN, null, "家", 9, 9));
        assertThat(items.current("kept").orElseThrow().organisation()).isEqualTo("b");
        items.put(items.of("kept", "b").orElseThrow().in(State.WITHDRAWN, 12));
        assertThat(items.current("kept").orElseThrow().organisation()).isEqualTo("a");
        assertThat(evaluate("17").position()).isEqualTo(12);
    }

    @Test
    void differentValuesOfSeveralOrganisations_areToBeVerified() {
        number("kept", "28", 10);
        number("removed", "184", 11);
        number("training_reduction_rate", "86.8", 12);
        assertThat(evaluate("17").verdict()).isEqualTo(Verdict.PASS);
        items.put(new Item("kept", "p", State.SUBMITTED, new BigDecimal("28"), null, "家", 20, 20));
        assertThat(evaluate("17").verdict()).as("the same value").isEqualTo(Verdict.PASS);
        items.put(new Item("kept", "q", State.ACCEPTED, new BigDecimal("29"), null, "家", 15, 21));
        assertThat(evaluate("17").verdict()).isEqualTo(Verdict.TO_VERIFY);
        assertThat(evaluate("17").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo("contested");
            assertThat(finding.text()).endsWith("：3个单位填报的内容不一致（28家、28家、29家），须核实以哪个为准");
            assertThat(finding.operands()).extracting(Operand::organisation).containsExactly("o", "p", "q");
        });
        items.put(items.of("kept", "q").orElseThrow().in(State.RETURNED, 30));
        assertThat(evaluate("17").findings()).extracting(Finding::check).containsExactly("returned");
    }

    @Test
    void differentTextsOfSeveralOrganisations_areToBeVerified() {
        text("n18", "文字", 20);
        text("fair_admission", "符合", 21);
        items.put(new Item("n18", "p", State.SUBMITTED, null, "另一单位的文字", "", 25, 25));
        assertThat(evaluate("18").verdict()).isEqualTo(Verdict.TO_VERIFY);
        assertThat(evaluate("18").findings()).extracting(Finding::text).containsExactly("文字材料：2个单位填报的内容不一致，须核实以哪个为准");
    }

    @Test
    void dependencies_reachThroughMeasuresAndIndicators() {
        assertThat(evaluator.framework().affectedBy("removed")).containsExactlyInAnyOrder("17", "18");
        assertThat(evaluator.framework().affectedBy("kept")).containsExactly("17");
        assertThat(evaluator.framework().affectedBy("s1")).isEmpty();
    }

    @Test
    void aWrongFramework_isRefusedWithEveryProblem() {
        Frameworks wrong = new Frameworks()
                .number("x", Unit.PERSON, 0, true)
                .measure("m", "x +", Unit.PERSON, 0, "x")
                .rule("r", "x > \"1\"", Effect.FAIL, "t", "x")
                .indicator("1", 1);
        assertThatThrownBy(() -> new CompiledFramework(wrong.build()))
                .isInstanceOfSatisfying(FrameworkException.class, e -> assertThat(e.problems())
                        .anySatisfy(p -> assertThat(p).isEqualTo("indicator 1, measure 'm' needs a value at its end"))
                        .anySatisfy(
                                p -> assertThat(p).startsWith("indicator 1, rule 'r' compares a text with 人 by >")));
    }

    @Test
    void measuresInACircle_areRefused() {
        Frameworks wrong = new Frameworks()
                .measure("p", "q + 1", Unit.PERSON, 0, "q")
                .measure("q", "p + 1", Unit.PERSON, 0, "p")
                .indicator("1", 1);
        assertThatThrownBy(() -> new CompiledFramework(wrong.build())).hasMessageContaining("computed from itself");
    }

    private IndicatorEvaluated evaluate(String indicator) {
        return evaluator.evaluate("c", indicator, 3, items);
    }

    private void number(String id, String value, long position) {
        items.put(new Item(id, "o", State.SUBMITTED, new BigDecimal(value), null, "家", position, position));
    }

    private void text(String id, String value, long position) {
        items.put(new Item(id, "o", State.SUBMITTED, null, value, "", position, position));
    }
}
