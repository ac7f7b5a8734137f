package org.dutyledger.document.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.events.IndicatorEvaluated;
import org.junit.jupiter.api.Test;

class EvaluationReachTest {
    private final EvaluationReach reach = new EvaluationReach(Samples.FRAMEWORK);

    @Test
    void evaluationsOfTheirLastEvent_areGood() {
        CycleState state = Samples.state(Samples.script());
        assertThat(reach.outdated(state, Samples.evaluations(state))).isEmpty();
    }

    @Test
    void laterEventOfAnItemItLooksAt_makesAnEvaluationOutdated() {
        CycleState before = Samples.state(Samples.script());
        EventScript script = Samples.script().corrected("total", "213", "家", "212");
        assertThat(reach.outdated(Samples.state(script), Samples.evaluations(before)))
                .isEqualTo(Map.of("2", script.last()));
    }

    @Test
    void returnedAndWithdrawn_count_textOfOtherPartsDoesNot() {
        CycleState before = Samples.state(Samples.script());
        EventScript script = Samples.script().returned("leaders").withdrawn("removed");
        script.narrative("narrative_team", "加强培训。");
        assertThat(reach.outdated(Samples.state(script), Samples.evaluations(before)))
                .containsOnlyKeys("1", "2");
    }

    @Test
    void withoutAnyEvaluation_everyIndicatorIsOutdatedFromTheOpeningOn() {
        CycleState state = Samples.state(new EventScript(Samples.FRAMEWORK).open());
        assertThat(reach.outdated(state, Map.of())).isEqualTo(Map.of("1", 0L, "2", 0L, "3", 0L));
        Map<String, IndicatorEvaluated> pending = new TreeMap<>();
        Samples.pending(Samples.FRAMEWORK, 0).forEach(e -> pending.put(e.indicator(), e));
        assertThat(reach.outdated(state, pending)).isEmpty();
    }
}
