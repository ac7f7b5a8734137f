package org.dutyledger.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.evaluation.CompiledFramework;
import org.dutyledger.evaluation.CurrentItems;
import org.dutyledger.evaluation.Evaluator;
import org.dutyledger.evaluation.Item;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Measure;
import org.dutyledger.events.IndicatorEvaluated.Severity;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.Test;

/** Verdicts of the rules for 2021; the framework's comments give the reasons. */
class DemoVerdictsTest {
    private final CompiledFramework framework =
            new CompiledFramework(FrameworkFiles.newest("zhejiang-county-2021").framework());
    private final Evaluator evaluator = new Evaluator(framework);
    private final CurrentItems items = items();

    @Test
    void sixteenPass_oneBasically_threeMustBeVerified() {
        Map<Integer, Verdict> verdicts = new TreeMap<>();
        for (Indicator indicator : framework.framework().indicators()) {
            verdicts.put(
                    Integer.valueOf(indicator.id()), evaluate(indicator.id()).verdict());
        }
        for (int i = 1; i <= 20; i++) {
            boolean open = List.of(10, 12, 15).contains(i);
            Verdict expected = i == 13 ? Verdict.BASIC_PASS : open ? Verdict.TO_VERIFY : Verdict.PASS;
            assertThat(verdicts.get(i))
                    .as("indicator %d: %s", i, evaluate(Integer.toString(i)).reasons())
                    .isEqualTo(expected);
        }
    }

    @Test
    void contradictionsOfTheReport_areFound() {
        assertThat(framework.framework().indicators())
                .flatExtracting(i -> evaluate(i.id()).findings())
                .extracting(Finding::id)
                .containsExactly(
                        "1.cadres_are_not_inspectors",
                        "5.vision_target_is_a_plan",
                        "5.vision_station_city_first_proof",
                        "8.budget_growth_unusual",
                        "8.per_student_growth_unusual",
                        "13.two_teach_one_care_complete",
                        "13.gross_rate_base",
                        "15.one_number_of_schools",
                        "17.training_reduction_rate.declared",
                        "17.remaining_bodies_dated",
                        "17.training_reduction_rank_proof",
                        "17.training_zero_rank_proof",
                        "19.conversion_after_year",
                        "20.every_group_above_province",
                        "20.overall_explained");
        assertThat(framework.framework().indicators())
                .flatExtracting(i -> evaluate(i.id()).findings())
                .filteredOn(f -> f.severity() != Severity.INFO)
                .extracting(Finding::id)
                .containsExactly("15.one_number_of_schools", "17.training_reduction_rate.declared");
    }

    @Test
    void measures_areComputedFromTheRawFigures() {
        Map<String, BigDecimal> computed = new TreeMap<>();
        for (Indicator indicator : framework.framework().indicators()) {
            for (Measure measure : evaluate(indicator.id()).measures()) {
                computed.put(measure.measure(), measure.value());
            }
        }
        assertThat(computed)
                .containsEntry("staffing_total", new BigDecimal("5796"))
                .containsEntry("training_bodies_sum", new BigDecimal("212"))
                .containsEntry("training_reduction_rate", new BigDecimal("86.8"))
                .containsEntry("platform_rate", new BigDecimal("100.0"))
                .containsEntry("inspectors_total", new BigDecimal("71"))
                .containsEntry("preschool_review_items_sum", new BigDecimal("36"))
                .containsEntry("preschool_review_pass_rate", new BigDecimal("88.9"))
                .containsEntry("vision_station_rate", new BigDecimal("6.3"))
                .containsEntry("satisfaction_simple_mean", new BigDecimal("8.718"))
                .doesNotContainKeys("satisfaction_overall", "general_public_budget_education_growth");
    }

    private IndicatorEvaluated evaluate(String indicator) {
        return evaluator.evaluate("330602-2021", indicator, 0, items);
    }

    private static CurrentItems items() {
        CurrentItems items = new CurrentItems();
        List<DemoFiles.Item> submitted = DemoFiles.items();
        for (int position = 0; position < submitted.size(); position++) {
            DemoFiles.Item item = submitted.get(position);
            boolean number = item.type().equals("figure");
            items.put(new Item(
                    item.id(),
                    item.organisation(),
                    Item.State.SUBMITTED,
                    number ? new BigDecimal(item.content()) : null,
                    number ? null : item.content(),
                    item.text("unit"),
                    position,
                    position));
        }
        return items;
    }
}
