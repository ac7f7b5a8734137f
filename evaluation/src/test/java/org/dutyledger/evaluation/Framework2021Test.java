package org.dutyledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Measure;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The framework of the 2021 report with the figures it prints. */
class Framework2021Test {
    private static final CompiledFramework FRAMEWORK =
            new CompiledFramework(FrameworkFiles.newest("zhejiang-county-2021").framework());
    private static final Evaluator EVALUATOR = new Evaluator(FRAMEWORK);
    private final CurrentItems items = new CurrentItems();
    private long position = 100;

    @BeforeEach
    void everythingElseIsThere() {
        for (Indicator indicator : FRAMEWORK.framework().indicators()) {
            indicator.figures().stream()
                    .filter(FigureSpec::required)
                    .forEach(f -> put(f.id(), f.kind() == FigureSpec.Kind.NUMBER ? "1" : "有"));
            indicator.slots().stream().map(NarrativeSlot::id).forEach(id -> put(id, "文字"));
        }
    }

    @Test
    void everyExpressionCompiles() {
        assertThat(FRAMEWORK.framework().indicators()).hasSize(20);
    }

    @Test
    void trainingReduction_isComputedAndThePrintedRateIsAFinding() {
        Map.of(
                        "training_bodies_kept_nonprofit", "28",
                        "training_bodies_removed", "184",
                        "training_bodies_total", "212",
                        "training_bodies_on_platform", "28",
                        "training_reduction_rate", "86.7")
                .forEach(this::put);
        IndicatorEvaluated result = evaluate("17");
        assertThat(result.measures())
                .filteredOn(m -> m.measure().equals("training_reduction_rate"))
                .extracting(Measure::value)
                .containsExactly(new BigDecimal("86.8"));
        assertThat(result.findings())
                .filteredOn(f -> f.rule().equals("training_reduction_rate"))
                .singleElement()
                .satisfies(f -> assertThat(f.text()).contains("86.8%", "86.7%", "相差 0.1%"))
                .extracting(Finding::check)
                .isEqualTo("ratio");
    }

    @Test
    void staffing_isSummed() {
        Map.of(
                        "staffing_junior", "1",
                        "staffing_primary", "2",
                        "staffing_kindergarten", "3",
                        "staffing_special_education", "4",
                        "staffing_adult_school", "5")
                .forEach(this::put);
        assertThat(evaluate("10").measures())
                .filteredOn(m -> m.measure().equals("staffing_total"))
                .extracting(Measure::value)
                .containsExactly(new BigDecimal("15"));
    }

    @Test
    void anOverallScoreWithoutWeights_staysDeclaredAndIsNoInput() {
        put("satisfaction_overall", "8.980");
        IndicatorEvaluated result = evaluate("20");
        assertThat(result.measures()).extracting(Measure::measure).doesNotContain("satisfaction_overall");
        assertThat(result.missing()).isEmpty();
    }

    @Test
    void aMissingNarrative_leavesTheIndicatorPending() {
        items.put(items.of("narrative_3", "o").orElseThrow().in(State.WITHDRAWN, ++position));
        assertThat(evaluate("3").verdict()).isEqualTo(Verdict.PENDING);
        assertThat(evaluate("3").missing()).containsExactly("narrative_3");
        assertThat(evaluate("3").position()).isEqualTo(position);
    }

    private IndicatorEvaluated evaluate(String indicator) {
        return EVALUATOR.evaluate("330602-2021", indicator, 0, items);
    }

    private void put(String id, String value) {
        boolean number = FRAMEWORK
                .framework()
                .figure(id)
                .filter(f -> f.kind() == FigureSpec.Kind.NUMBER)
                .isPresent();
        items.put(
                number
                        ? new Item(id, "o", State.SUBMITTED, new BigDecimal(value), null, "", ++position, position)
                        : new Item(id, "o", State.SUBMITTED, null, value, "", ++position, position));
    }
}
