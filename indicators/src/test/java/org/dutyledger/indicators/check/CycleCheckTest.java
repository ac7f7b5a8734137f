package org.dutyledger.indicators.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Grading;
import org.dutyledger.indicators.Group;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;
import org.junit.jupiter.api.Test;

class CycleCheckTest {

    @Test
    void cycleOfThree_isReportedOnce_withItsPath() {
        assertThat(problems(measure("a", "b"), measure("b", "c"), measure("c", "a"), measure("d", "a")))
                .containsExactly("f:1: measure 'a' depends on itself: a -> b -> c -> a");
    }

    @Test
    void measureOfItself_isACircle() {
        assertThat(problems(measure("a", "raw", "a"))).containsExactly("f:1: measure 'a' depends on itself: a -> a");
    }

    @Test
    void twoCycles_areBothReported() {
        assertThat(problems(measure("a", "b"), measure("b", "a"), measure("c", "d"), measure("d", "c")))
                .hasSize(2);
    }

    @Test
    void twoWaysToOneMeasure_areNoCircle() {
        assertThat(problems(measure("a", "b", "c"), measure("b", "d"), measure("c", "d"), measure("d", "raw")))
                .isEmpty();
    }

    /** Measures that use only earlier ones, in whatever number, are never accused. */
    @Property
    void onlyEarlierInputs_areNoCircle(@ForAll @Size(max = 30) List<@IntRange(max = 29) Integer> inputs) {
        List<MeasureSpec> measures = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            measures.add(measure("m" + i, "m" + (inputs.get(i) % (i + 1) - 1), "raw"));
        }
        assertThat(problems(measures.toArray(MeasureSpec[]::new))).isEmpty();
    }

    /** A cycle of any length is reported, from any starting point. */
    @Property
    void cycle_isReported(@ForAll @IntRange(min = 1, max = 50) int size, @ForAll @IntRange(max = 49) int entry) {
        List<MeasureSpec> measures = new ArrayList<>();
        measures.add(measure("start", "m" + entry % size));
        for (int i = 0; i < size; i++) {
            measures.add(measure("m" + i, "m" + (i + 1) % size));
        }
        assertThat(problems(measures.toArray(MeasureSpec[]::new))).hasSize(1);
    }

    private static MeasureSpec measure(String id, String... inputs) {
        return new MeasureSpec(id, id, String.join(" + ", inputs), null, List.of(inputs), Unit.NONE, 0, null);
    }

    private static List<String> problems(MeasureSpec... measures) {
        Indicator indicator = new Indicator("1", "t", null, List.of(), List.of(measures), List.of(), List.of());
        Framework framework = new Framework(
                "f",
                "1",
                "t",
                2021,
                "",
                Map.of(),
                new Grading("verdict-only", Map.of()),
                List.of(new Group(1, "g", List.of(indicator))),
                List.of());
        Problems problems = new Problems("f");
        new CycleCheck(framework, problems, new Places()).check();
        return problems.inFileOrder();
    }
}
