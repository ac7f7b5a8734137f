package org.dutyledger.scoring.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dutyledger.evaluation.CurrentItems;
import org.dutyledger.evaluation.Evaluator;
import org.dutyledger.evaluation.Item;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.EvidenceAttached;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.dutyledger.events.EvidenceEvent.ItemAccepted;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.EvidenceEvent.ItemReturned;
import org.dutyledger.events.EvidenceEvent.ItemWithdrawn;
import org.dutyledger.events.EvidenceEvent.TextSet;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Bound;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.scoring.progress.Progress;
import org.dutyledger.scoring.progress.ProgressCount;
import org.dutyledger.scoring.view.ScoredCycle;
import org.dutyledger.scoring.view.ScoringStore.ItemWrite;
import org.jspecify.annotations.Nullable;

/**
 * One cycle in memory: folds its events and tracks the indicators that must be evaluated again.
 *
 * <p>An event may be folded twice, also after later ones: an event that an item already holds does not change it, but
 * its indicators are evaluated again, so a repeated batch publishes what a crash left unpublished. Confined to one
 * thread.
 */
final class CycleModel {
    private final @Nullable Evaluator evaluator;
    private final CurrentItems items;
    private final Map<String, IndicatorEvaluated> published;
    private final Map<String, ItemWrite> changedItems = new LinkedHashMap<>();
    private final Set<String> dirty = new TreeSet<>();
    private ScoredCycle cycle;

    /**
     * @param evaluator of the cycle's framework; empty where that is not installed: then items are kept and not evaluated
     * @param published the evaluations that the topic has already
     */
    CycleModel(
            ScoredCycle cycle,
            Optional<Evaluator> evaluator,
            CurrentItems items,
            Map<String, IndicatorEvaluated> published) {
        this.cycle = cycle;
        this.evaluator = evaluator.orElse(null);
        this.items = items;
        this.published = new HashMap<>(published);
    }

    /** What a batch did to this cycle; {@code evaluations} only those that differ from the published ones. */
    record Changes(List<ItemWrite> items, List<IndicatorEvaluated> evaluations) {}

    void fold(DutyEvent event, long position) {
        cycle = cycle.at(position);
        if (event instanceof CycleOpened) {
            touchAll();
        } else if (event instanceof OrganisationRegistered o) {
            cycle = cycle.with(new ScoredCycle.Organisation(o.organisation(), o.name(), o.roles()));
        } else if (event instanceof ItemEvent item && !(event instanceof EvidenceAttached)) {
            // evidence files, locks and issued reports change no verdict
            fold(item, position);
        }
    }

    /** Has every indicator evaluated again. */
    void touchAll() {
        indicators().forEach(dirty::add);
    }

    /** Evaluates what the folded events touched. The changes stay until {@link #published} is told. */
    Changes evaluate() {
        List<IndicatorEvaluated> changed = new ArrayList<>();
        for (String indicator : dirty) {
            IndicatorEvaluated now = evaluate(indicator);
            if (!now.equals(published.get(indicator))) {
                changed.add(now);
            }
        }
        return new Changes(List.copyOf(changedItems.values()), changed);
    }

    /** These evaluations are on the topic; returns the new progress, or empty where the framework is not installed. */
    Optional<Progress> published(List<IndicatorEvaluated> evaluations) {
        evaluations.forEach(e -> published.put(e.indicator(), e));
        changedItems.clear();
        dirty.clear();
        return evaluator == null
                ? Optional.empty()
                : Optional.of(ProgressCount.of(evaluator.framework().framework(), cycle, items, published));
    }

    /** Every evaluation as the items give it; none where the framework is not installed. */
    List<IndicatorEvaluated> evaluateAll() {
        return indicators().map(this::evaluate).toList();
    }

    ScoredCycle cycle() {
        return cycle;
    }

    private Stream<String> indicators() {
        return evaluator == null
                ? Stream.empty()
                : evaluator.framework().framework().indicators().stream().map(Indicator::id);
    }

    private IndicatorEvaluated evaluate(String indicator) {
        return Objects.requireNonNull(evaluator).evaluate(cycle.id(), indicator, cycle.openedAt(), items);
    }

    private void fold(ItemEvent event, long position) {
        if (evaluator != null) {
            dirty.addAll(evaluator.framework().affectedBy(event.item()));
        }
        Item before = items.of(event.item(), event.organisation()).orElse(null);
        if (before != null && before.changedAt() >= position) {
            return;
        }
        Item after;
        if (event instanceof FigureSet f) {
            Bound bound = f.basis() == Basis.AT_LEAST ? Bound.AT_LEAST : null;
            after = new Item(
                    f.item(), f.organisation(), State.SUBMITTED, f.value(), null, f.unit(), bound, position, position);
        } else if (event instanceof TextSet t) {
            after = new Item(t.item(), t.organisation(), State.SUBMITTED, null, t.text(), "", position, position);
        } else if (before == null) {
            throw new ProjectionStoppedException("event at " + position + " is about item '" + event.item() + "' of "
                    + event.organisation() + ", which was never submitted");
        } else if (event instanceof ItemWithdrawn) {
            after = before.in(State.WITHDRAWN, position);
        } else if (event instanceof ItemReturned) {
            after = before.in(State.RETURNED, position);
        } else if (event instanceof ItemAccepted) {
            after = before.in(State.ACCEPTED, position);
        } else {
            throw new ProjectionStoppedException(
                    "event at " + position + ": scoring has no rule for what " + event.getClass() + " does to an item");
        }
        items.put(after);
        String key = event.item() + "|" + event.organisation();
        ItemWrite earlier = changedItems.get(key);
        boolean fresh = earlier == null ? before == null : earlier.fresh();
        changedItems.put(key, new ItemWrite(cycle.id(), after, fresh));
    }
}
