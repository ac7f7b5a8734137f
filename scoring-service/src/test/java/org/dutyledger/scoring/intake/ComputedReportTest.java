package org.dutyledger.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.state.CycleFold;
import org.dutyledger.evaluation.CompiledFramework;
import org.dutyledger.evaluation.CurrentItems;
import org.dutyledger.evaluation.Evaluator;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.EvidenceAttached;
import org.dutyledger.events.EvidenceEvent.FigureCorrected;
import org.dutyledger.events.EvidenceEvent.ItemAccepted;
import org.dutyledger.events.EvidenceEvent.ItemReturned;
import org.dutyledger.events.EvidenceEvent.ItemWithdrawn;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.scoring.TestLedger;
import org.dutyledger.scoring.view.ScoredCycle;

/** Scoring's evaluations event by event equal what a report computes from the final state, byte for byte. */
class ComputedReportTest {
    private static final String CYCLE = "c";
    private static final Framework FRAMEWORK =
            FrameworkFiles.newest("zhejiang-county-2021").framework();
    private static final Evaluator EVALUATOR = new Evaluator(new CompiledFramework(FRAMEWORK));
    private static final ReportComputation COMPUTATION = new ReportComputation(FRAMEWORK);
    private static final List<String> ORGANISATIONS = List.of("education-bureau", "school", "police");
    private static final List<FigureSpec> FIGURES =
            FRAMEWORK.holders().stream().flatMap(h -> h.figures().stream()).toList();

    /** One step: of which figure and organisation, what happens, and a number for its value. */
    record Step(int figure, String organisation, int kind, int number) {}

    @Property(tries = 150)
    void anyHistory_isEvaluatedTheSame(@ForAll("steps") List<Step> steps) {
        TestLedger ledger = new TestLedger(FRAMEWORK).open(CYCLE);
        Set<String> known = new TreeSet<>();
        steps.forEach(step -> apply(step, ledger, known));
        assertSame(ledger);
    }

    @Property(tries = 20)
    void filledFramework_isEvaluatedTheSame(@ForAll("steps") List<Step> steps) {
        TestLedger ledger = new TestLedger(FRAMEWORK).open(CYCLE).submitAll(CYCLE, 88);
        Set<String> known = new TreeSet<>();
        steps.forEach(step -> apply(step, ledger, known));
        assertSame(ledger);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        // few figures, so that the same one is met by several organisations and again
        Arbitrary<Integer> figures = Arbitraries.oneOf(
                Arbitraries.integers().between(0, FIGURES.size() - 1),
                Arbitraries.integers().between(0, 9));
        return Combinators.combine(
                        figures,
                        Arbitraries.of(ORGANISATIONS),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 120))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static void apply(Step step, TestLedger ledger, Set<String> known) {
        FigureSpec figure = FIGURES.get(step.figure());
        String item = figure.id();
        String organisation = step.organisation();
        boolean number = figure.kind() == FigureSpec.Kind.NUMBER;
        if (!known.contains(item + organisation) || step.kind() < 2) {
            ledger.submit(CYCLE, organisation, item, number ? Integer.toString(step.number()) : "符合");
            known.add(item + organisation);
            return;
        }
        String holder = FRAMEWORK.holderOf(item).orElseThrow().id();
        DutyEvent event =
                switch (step.kind()) {
                    case 2 -> new ItemReturned(CYCLE, holder, item, organisation, "r", "请核对");
                    case 3 -> new ItemAccepted(CYCLE, holder, item, organisation, "r");
                    case 4 ->
                        new EvidenceAttached(
                                CYCLE, holder, item, organisation, "s", "ab".repeat(32), "a.pdf", "application/pdf", 1);
                    case 5, 6 -> new ItemWithdrawn(CYCLE, holder, item, organisation, "s", "误报");
                    default ->
                        new FigureCorrected(
                                CYCLE,
                                holder,
                                item,
                                organisation,
                                "s",
                                new BigDecimal(step.number()).movePointLeft(1),
                                figure.unit().symbol(),
                                "2021",
                                step.number() % 3 == 0 ? Basis.AT_LEAST : Basis.REPORTED,
                                null,
                                null,
                                BigDecimal.ONE,
                                "抄错");
                };
        if (number || step.kind() != 7) {
            ledger.add("evidence/" + CYCLE + "/" + holder, event);
        }
        if (event instanceof ItemWithdrawn) {
            // the domain takes nothing about a withdrawn item but a new value
            known.remove(item + organisation);
        }
    }

    private static void assertSame(TestLedger ledger) {
        List<RecordedEvent> events = ledger.read(0, Integer.MAX_VALUE);
        CycleModel model = new CycleModel(
                ScoredCycle.opened((CycleOpened) events.get(0).event(), 0),
                Optional.of(EVALUATOR),
                new CurrentItems(),
                Map.of());
        Map<String, String> published = new TreeMap<>();
        for (RecordedEvent event : events) {
            model.fold(event.event(), event.position());
            List<IndicatorEvaluated> changed = model.evaluate().evaluations();
            changed.forEach(e -> published.put(e.indicator(), CanonicalJson.text(e)));
            model.published(changed);
        }
        Map<String, String> computed = new TreeMap<>();
        // of the state: most of these histories are none that a ledger would record, which is judged elsewhere
        COMPUTATION
                .of(CycleFold.fold(CYCLE, ledger.size() - 1L, events))
                .evaluations()
                .forEach((indicator, e) -> computed.put(indicator, CanonicalJson.text(e)));
        assertThat(computed).isEqualTo(published).hasSize(FRAMEWORK.indicators().size());
    }
}
