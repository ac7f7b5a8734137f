package org.dutyledger.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutyledger.evaluation.CompiledFramework;
import org.dutyledger.evaluation.CurrentItems;
import org.dutyledger.evaluation.Evaluator;
import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.CycleEvent.CycleOpenedV1;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.indicators.Framework;
import org.dutyledger.scoring.TestLedger;
import org.dutyledger.scoring.progress.Progress;
import org.dutyledger.scoring.view.ScoredCycle;

/** The same events give the same bytes, however they were cut into batches, repeated, or interrupted. */
class CycleModelTest {
    private static final Framework FRAMEWORK = Frameworks.training();
    private static final Evaluator EVALUATOR = new Evaluator(new CompiledFramework(FRAMEWORK));
    private static final List<String> FIGURES = List.of("kept", "removed", "training_reduction_rate");

    @Property(tries = 200)
    void batches_doNotMatter(@ForAll("histories") TestLedger ledger, @ForAll("cuts") List<Integer> cuts) {
        assertThat(outcome(ledger, cuts, false)).isEqualTo(outcome(ledger, List.of(), false));
    }

    @Property(tries = 200)
    void repeatedBatches_doNotMatter(@ForAll("histories") TestLedger ledger, @ForAll("cuts") List<Integer> cuts) {
        assertThat(outcome(ledger, cuts, true)).isEqualTo(outcome(ledger, List.of(), false));
    }

    @Example
    void anItemThatWasNeverSubmitted_stopsTheProjection() {
        TestLedger ledger = new TestLedger(FRAMEWORK).open("c").withdraw("c", "bureau", "kept");
        assertThatThrownBy(() -> outcome(ledger, List.of(), false))
                .isInstanceOf(ProjectionStoppedException.class)
                .hasMessageContaining("never submitted");
    }

    @Example
    void aCycleThatAnEarlierVersionOpened_isTheSame() {
        CycleOpened now = (CycleOpened)
                new TestLedger(FRAMEWORK).open("c").read(0, 1).get(0).event();
        CycleOpened older = new CycleOpenedV1(
                now.cycle(),
                now.jurisdiction(),
                now.jurisdictionName(),
                now.year(),
                now.framework(),
                now.frameworkVersion(),
                now.frameworkSha256(),
                now.deadline());
        assertThat(ScoredCycle.opened(older, 0)).isEqualTo(ScoredCycle.opened(now, 0));
        assertThat(evaluations(older)).isEqualTo(evaluations(now)).isNotEmpty();
    }

    private static List<IndicatorEvaluated> evaluations(CycleOpened opened) {
        CycleModel model =
                new CycleModel(ScoredCycle.opened(opened, 0), Optional.of(EVALUATOR), new CurrentItems(), Map.of());
        model.fold(opened, 0);
        return model.evaluate().evaluations();
    }

    @Provide
    Arbitrary<TestLedger> histories() {
        Arbitrary<int[]> step = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(0, 1),
                        Arbitraries.integers().between(0, 300))
                .as((figure, organisation, value) -> new int[] {figure, organisation, value});
        return step.list().ofMaxSize(25).map(steps -> {
            TestLedger ledger = new TestLedger(FRAMEWORK).open("c");
            List<String> known = new ArrayList<>();
            for (int[] s : steps) {
                String organisation = s[1] == 0 ? "bureau" : "school";
                String key = FIGURES.get(s[0]) + organisation;
                if (s[2] > 250 && known.contains(key)) {
                    ledger.withdraw("c", organisation, FIGURES.get(s[0]));
                } else {
                    ledger.submit("c", organisation, FIGURES.get(s[0]), Integer.toString(s[2]));
                    known.add(key);
                }
            }
            return ledger;
        });
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(0, 40).list().ofMaxSize(5).map(cuts -> cuts.stream()
                .sorted()
                .toList());
    }

    /** The final evaluations and progress as text. */
    private static Map<String, String> outcome(TestLedger ledger, List<Integer> cuts, boolean repeat) {
        List<RecordedEvent> events = ledger.read(0, Integer.MAX_VALUE);
        CycleModel model = new CycleModel(
                ScoredCycle.opened((CycleOpened) events.get(0).event(), 0),
                Optional.of(EVALUATOR),
                new CurrentItems(),
                Map.of());
        Map<String, String> outcome = new TreeMap<>();
        int from = 0;
        List<Integer> ends = new ArrayList<>(cuts);
        ends.add(events.size());
        for (int end : ends) {
            int to = Math.max(from, Math.min(end, events.size()));
            events.subList(from, to).forEach(e -> model.fold(e.event(), e.position()));
            if (repeat) {
                events.subList(0, to).forEach(e -> model.fold(e.event(), e.position()));
            }
            List<IndicatorEvaluated> changed = model.evaluate().evaluations();
            changed.forEach(e -> outcome.put(e.indicator(), CanonicalJson.text(e)));
            Progress progress = model.published(changed).orElseThrow();
            outcome.put("progress", CanonicalJson.text(progress));
            from = to;
        }
        return outcome;
    }
}
