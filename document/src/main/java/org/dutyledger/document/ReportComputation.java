package org.dutyledger.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.document.record.KnownItems;
import org.dutyledger.document.record.RecordedEventCheck;
import org.dutyledger.document.state.CycleFold;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.state.CycleState.Figure;
import org.dutyledger.document.state.CycleState.Opening;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportTemplate;
import org.dutyledger.evaluation.CompiledFramework;
import org.dutyledger.evaluation.CurrentItems;
import org.dutyledger.evaluation.Evaluator;
import org.dutyledger.evaluation.Item;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.CycleEvent.CycleOpenedV2;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Bound;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.FrameworkReader;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.item.FrameworkIndex;
import org.dutyledger.indicators.item.FrameworkIndex.Entry;

/**
 * Computes a report from the events of a cycle and the framework it was opened with. Drafts, issued reports, the ledger's
 * record of an issue and its verification all use this one function: equal events and framework give equal bytes.
 * Immutable, thread-safe.
 */
public final class ReportComputation {
    /**
     * Version of what this library makes of the same events: model and files. It is recorded with every issued report.
     * Raise it whenever a byte of either changes; {@code DocumentFormTest} fails until that is done.
     */
    public static final String FORM = "2";

    private final Framework framework;
    private final FrameworkIndex index;
    private final Evaluator evaluator;

    /**
     * Compiles a framework.
     *
     * @throws org.dutyledger.indicators.FrameworkException when an expression is wrong
     */
    public ReportComputation(Framework framework) {
        this.framework = framework;
        this.index = new FrameworkIndex(framework);
        this.evaluator = new Evaluator(new CompiledFramework(framework));
    }

    /**
     * Reads and compiles the bytes of a framework file.
     *
     * @throws org.dutyledger.indicators.FrameworkException when they are not a framework
     */
    public static ReportComputation of(byte[] frameworkYaml) {
        return new ReportComputation(FrameworkReader.read("framework.yaml", frameworkYaml));
    }

    /**
     * A report and what it was made from.
     *
     * @param evaluations the evaluation of every indicator, by its id, in the framework's order
     */
    public record Report(CycleState state, Map<String, IndicatorEvaluated> evaluations, ReportModel model) {}

    /** The framework that this computes with. */
    public Framework framework() {
        return framework;
    }

    /**
     * The report of a cycle as of a position, from events that are checked one by one: a report is made only of what a
     * ledger of the suite could have recorded.
     *
     * @param events in the order of the ledger, all of the cycle up to the position; others are passed over
     * @throws IllegalArgumentException as for {@link #of(CycleState)} and {@link RecordedEventCheck#take}
     */
    public Report of(String cycle, long upTo, Iterable<RecordedEvent> events) {
        return of(CycleFold.fold(cycle, upTo, events, new RecordedEventCheck(framework, index)::take));
    }

    /**
     * As {@link #of(String, long, Iterable)}, for a report that was issued.
     *
     * @param issue the event that recorded it
     * @throws IllegalArgumentException also when no ledger of the suite could have recorded the issue after the events
     */
    public Report issued(String cycle, long upTo, Iterable<RecordedEvent> events, RecordedEvent issue) {
        RecordedEventCheck check = new RecordedEventCheck(framework, index);
        CycleState state = CycleFold.fold(cycle, upTo, events, check::take);
        check.take(issue);
        return of(state);
    }

    /**
     * The report of a state, whose events are taken as they are.
     *
     * @throws IllegalArgumentException when the cycle has not opened, or not with this framework, or has an item that the
     *     framework does not have there or has in another unit
     */
    public Report of(CycleState state) {
        Opening opening = opening(state);
        requireKnownItems(state);
        CurrentItems items = items(state);
        Map<String, IndicatorEvaluated> evaluations = new LinkedHashMap<>();
        for (Indicator indicator : framework.indicators()) {
            evaluations.put(
                    indicator.id(),
                    evaluator.evaluate(
                            state.cycle(), indicator.id(), opening.setBy().position(), items));
        }
        return new Report(state, evaluations, ReportTemplate.model(framework, state, evaluations));
    }

    private Opening opening(CycleState state) {
        Opening opening = state.opening();
        if (opening == null) {
            throw new IllegalArgumentException("cycle " + state.cycle() + " has not opened at " + state.upTo());
        }
        CycleOpened event = opening.event();
        List<String> holders =
                framework.holders().stream().map(EvidenceHolder::id).toList();
        boolean same = event.frameworkSha256().equals(framework.sha256())
                && event.framework().equals(framework.id())
                && event.frameworkVersion().equals(framework.version())
                && (!(event instanceof CycleOpenedV2 now) || now.holders().equals(holders));
        if (!same) {
            throw new IllegalArgumentException("cycle " + state.cycle() + " was opened with framework "
                    + event.framework() + " " + event.frameworkVersion() + ", SHA-256 " + event.frameworkSha256()
                    + "; given is " + framework.id() + " " + framework.version() + ", SHA-256 " + framework.sha256());
        }
        return opening;
    }

    private void requireKnownItems(CycleState state) {
        state.items().values().forEach(byOrganisation -> byOrganisation.values().forEach(this::requireKnown));
    }

    private void requireKnown(CycleState.Item item) {
        long position = item.setBy().position();
        Figure number = item.number();
        Entry entry = KnownItems.require(index, item.item(), item.holder(), position);
        KnownItems.requireUnit(entry, number == null ? null : number.unit(), position);
    }

    /** The items as rules see them. */
    private static CurrentItems items(CycleState state) {
        CurrentItems items = new CurrentItems();
        state.items().values().forEach(byOrganisation -> byOrganisation.values().forEach(i -> {
            Figure number = i.number();
            Item submitted = new Item(
                    i.item(),
                    i.organisation(),
                    Item.State.SUBMITTED,
                    number == null ? null : number.value(),
                    i.text(),
                    number == null ? "" : number.unit(),
                    number != null && number.basis() == Basis.AT_LEAST ? Bound.AT_LEAST : null,
                    i.setBy().position(),
                    i.setBy().position());
            items.put(submitted.in(i.standing(), i.touched()));
        }));
        return items;
    }
}
