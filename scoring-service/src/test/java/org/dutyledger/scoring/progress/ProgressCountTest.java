package org.dutyledger.scoring.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.evaluation.CompiledFramework;
import org.dutyledger.evaluation.CurrentItems;
import org.dutyledger.evaluation.Evaluator;
import org.dutyledger.evaluation.Item;
import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.Framework;
import org.dutyledger.scoring.progress.Progress.GroupProgress;
import org.dutyledger.scoring.progress.Progress.OrganisationProgress;
import org.dutyledger.scoring.view.ScoredCycle;
import org.dutyledger.scoring.view.ScoredCycle.Organisation;
import org.junit.jupiter.api.Test;

class ProgressCountTest {
    private static final Framework FRAMEWORK = Frameworks.training();
    private final Evaluator evaluator = new Evaluator(new CompiledFramework(FRAMEWORK));
    private final CurrentItems items = new CurrentItems();
    private final ScoredCycle cycle = new ScoredCycle("c", "j", "test", "1", "s", 0, 42, List.of(), null)
            .with(new Organisation("b", "教体局", List.of("bureau")))
            .with(new Organisation("s", "学校", List.of("school")))
            .with(new Organisation("s", "第一学校", List.of("school")));

    @Test
    void nothingSubmitted_isZeroOfEverything() {
        Progress progress = count();
        assertThat(progress.position()).isEqualTo(42);
        assertThat(progress.groups())
                .containsExactly(new GroupProgress(1, "组1", 0, 3, 0), new GroupProgress(2, "组2", 0, 2, 0));
        assertThat(progress.organisations())
                .containsExactly(
                        new OrganisationProgress("b", "教体局", 0, 5), new OrganisationProgress("s", "第一学校", 0, 1));
        assertThat(progress.indicators())
                .allSatisfy(i -> assertThat(i.verdict()).isEqualTo(Verdict.PENDING));
    }

    @Test
    void aComputedFigure_countsAsSubmitted_andIsNotRequested() {
        put("kept", "b", "28");
        put("removed", "b", "184");
        Progress progress = count();
        assertThat(progress.groups().get(0)).isEqualTo(new GroupProgress(1, "组1", 3, 3, 100));
        assertThat(progress.organisations().get(0)).isEqualTo(new OrganisationProgress("b", "教体局", 2, 4));
        assertThat(progress.indicators().get(1).missing()).containsExactly("fair_admission", "n18");
        assertThat(progress.indicators().get(1).findings()).isEqualTo(1);
    }

    @Test
    void aReturnedItem_isAwaitedAgain() {
        put("kept", "b", "28");
        put("removed", "b", "184");
        items.put(items.of("kept", "b").orElseThrow().in(Item.State.RETURNED, 9));
        Progress progress = count();
        assertThat(progress.groups().get(0)).isEqualTo(new GroupProgress(1, "组1", 1, 3, 33));
        assertThat(progress.organisations().get(0)).isEqualTo(new OrganisationProgress("b", "教体局", 1, 5));
        assertThat(progress.indicators().get(0).missing()).containsExactly("kept", "training_reduction_rate");
    }

    /** The returned value is awaited from the school, although the value of another organisation counts. */
    @Test
    void aReturnedItem_isAwaitedFromItsOrganisation_alsoWhereAnotherValueCounts() {
        put("n18", "b", "1");
        put("n18", "s", "1");
        items.put(items.of("n18", "s").orElseThrow().in(Item.State.RETURNED, 9));
        assertThat(count().organisations().get(1)).isEqualTo(new OrganisationProgress("s", "第一学校", 0, 1));
    }

    @Test
    void aFraction_isRoundedDown() {
        put("kept", "b", "28");
        assertThat(count().groups().get(0).percent()).isEqualTo(33);
    }

    private Progress count() {
        Map<String, IndicatorEvaluated> evaluations = new TreeMap<>();
        FRAMEWORK.indicators().forEach(i -> evaluations.put(i.id(), evaluator.evaluate("c", i.id(), 0, items)));
        return ProgressCount.of(FRAMEWORK, cycle, items, evaluations);
    }

    private void put(String item, String organisation, String value) {
        items.put(new Item(item, organisation, Item.State.SUBMITTED, new BigDecimal(value), null, "", 1, 1));
    }
}
