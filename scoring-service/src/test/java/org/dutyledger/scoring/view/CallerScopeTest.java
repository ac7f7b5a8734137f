package org.dutyledger.scoring.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Operand;
import org.dutyledger.events.IndicatorEvaluated.Reason;
import org.dutyledger.events.IndicatorEvaluated.Severity;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.dutyledger.scoring.view.ScoredCycle.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerScopeTest {
    private final ScoredCycle cycle = new ScoredCycle("c", "330602", "test", "1", "s", 0, 0, List.of(), null)
            .with(new Organisation("b", "教体局", List.of("bureau")))
            .with(new Organisation("s", "学校", List.of("school")));

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "auditor", "office"})
    void officials_seeTheirJurisdictionWhole(String role) {
        CallerScope scope = scope(role, Set.of(), Set.of("330602"));
        assertThat(scope.of(evaluation())).isEqualTo(evaluation());
        assertThat(scope.organisation("anyone")).isTrue();
        assertThat(scope.indicator("17")).isTrue();
        assertThatThrownBy(() -> scope(role, Set.of(), Set.of("330603")))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("CYCLE_UNKNOWN"));
    }

    @Test
    void services_seeEverything() {
        assertThat(scope("service", Set.of(), Set.of()).of(evaluation())).isEqualTo(evaluation());
    }

    @Test
    void aSubmitter_seesItsIndicatorsAndWhatConcernsItsOwnValues() {
        CallerScope scope = scope("submitter", Set.of("s"), Set.of());
        assertThat(scope.indicator("18")).isTrue();
        assertThat(scope.indicator("17")).isFalse();
        assertThat(scope.organisation("b")).isFalse();
        IndicatorEvaluated seen = scope.of(evaluation());
        assertThat(seen.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(seen.missing()).containsExactly("n18");
        assertThat(seen.reasons()).extracting(Reason::rule).containsExactly("own");
        assertThat(seen.findings()).isEmpty();
        assertThat(seen.measures()).isEmpty();
    }

    @Test
    void aJurisdiction_opensNothingForASubmitterOfElsewhere() {
        assertThatThrownBy(() -> scope("submitter", Set.of("elsewhere"), Set.of("330602")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> scope("visitor", Set.of("s"), Set.of("330602")))
                .isInstanceOf(Problem.class);
    }

    private CallerScope scope(String role, Set<String> organisations, Set<String> jurisdictions) {
        return new CallerScope(
                new Caller("x", Set.of(role), organisations, jurisdictions), cycle, Frameworks.training());
    }

    private static IndicatorEvaluated evaluation() {
        Operand own = new Operand("n18", "s", "文字", "", 4, null);
        Operand others = new Operand("removed", "b", "184", "家", 5, null);
        return new IndicatorEvaluated(
                "c",
                "18",
                5,
                "test",
                "1",
                Verdict.FAIL,
                null,
                List.of("n18", "fair_admission"),
                List.of(new IndicatorEvaluated.Measure("m", BigDecimal.ONE, "", null, List.of(others), null)),
                List.of(
                        new Reason("own", true, "t", null, List.of(own)),
                        new Reason("mixed", true, "t", null, List.of(own, others))),
                List.of(new Finding("f", "r", "sum", Severity.INFO, "t", List.of(others))),
                null);
    }
}
