package org.dutyledger.scoring.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.dutyledger.evaluation.Evaluator;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.scoring.intake.publish.EvaluationPublisher;
import org.dutyledger.scoring.progress.Progress;
import org.dutyledger.scoring.progress.ProgressHub;
import org.dutyledger.scoring.view.KnownFrameworks;
import org.dutyledger.scoring.view.ScoredCycle;
import org.dutyledger.scoring.view.ScoringStore;
import org.dutyledger.scoring.view.ScoringStore.ItemWrite;
import org.jspecify.annotations.Nullable;

/**
 * Applies batches of events. The order of writes makes a crash harmless anywhere: items first, then the topic, then the
 * evaluations, which are the record of what the topic has, and the position last. A repeated batch finds its own
 * writes, and evaluations that the topic did not get yet still differ from the record.
 */
final class Projection {
    private static final int CYCLES_KEPT = 200;
    private final Supplier<ScoringStore> stores;
    private final KnownFrameworks frameworks;
    private final EvaluationPublisher publisher;
    private final ProgressHub hub;
    private final Map<String, CycleModel> models = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, String> altered = new ConcurrentHashMap<>();
    private final Map<String, String> notEvaluated = new ConcurrentHashMap<>();
    private @Nullable ScoringStore followed;
    private String compared = "";
    private long applied = -1;
    private String head = "";

    /** @param stores gives the documents to follow; read at each restart */
    Projection(
            Supplier<ScoringStore> stores, KnownFrameworks frameworks, EvaluationPublisher publisher, ProgressHub hub) {
        this.stores = stores;
        this.frameworks = frameworks;
        this.publisher = publisher;
        this.hub = hub;
    }

    /** Forgets everything in memory and reads the store's position; needed at the start and after every failure. */
    long restart() {
        models.clear();
        ScoringStore store = stores.get();
        ScoringStore.Place place = store.place();
        applied = place.applied();
        head = place.head();
        followed = store;
        evaluateInstalled();
        return applied;
    }

    /** Evaluates the cycles whose framework was not installed when their events were applied, and is now. */
    private void evaluateInstalled() {
        notEvaluated.clear();
        Set<CycleModel> models = new LinkedHashSet<>();
        for (ScoredCycle cycle : store().cyclesWithoutProgress()) {
            CycleModel model = loaded(cycle);
            if (!notEvaluated.containsKey(cycle.id())) {
                model.touchAll();
                models.add(model);
            }
        }
        if (!models.isEmpty()) {
            save(models, applied, head);
        }
    }

    /** Whether other documents have come into use since the last restart. */
    boolean overtaken() {
        return stores.get() != followed;
    }

    long applied() {
        return applied;
    }

    /** Hash of the commit that was applied last. */
    String head() {
        return head;
    }

    /**
     * Applies events whose positions continue {@link #applied} without a gap.
     *
     * @param lastHash hash of the last commit among them
     */
    void apply(List<RecordedEvent> events, String lastHash) {
        Set<CycleModel> touched = new LinkedHashSet<>();
        long last = applied;
        for (RecordedEvent recorded : events) {
            if (recorded.position() != last + 1) {
                throw new IllegalArgumentException("position " + recorded.position() + " after " + last);
            }
            last = recorded.position();
            CycleModel model = model(recorded);
            model.fold(recorded.event(), last);
            touched.add(model);
        }
        save(touched, last, lastHash);
        forgetOldest();
    }

    private void save(Set<CycleModel> touched, long last, String lastHash) {
        ScoringStore store = store();
        Map<CycleModel, List<IndicatorEvaluated>> evaluations = new LinkedHashMap<>();
        List<ItemWrite> items = new ArrayList<>();
        for (CycleModel model : touched) {
            CycleModel.Changes changes = model.evaluate();
            evaluations.put(model, changes.evaluations());
            items.addAll(changes.items());
        }
        List<IndicatorEvaluated> changed =
                evaluations.values().stream().flatMap(List::stream).toList();
        store.saveItems(items);
        publisher.publish(changed, last);
        List<ScoredCycle> cycles = new ArrayList<>();
        List<Progress> news = new ArrayList<>();
        evaluations.forEach((model, published) -> {
            Optional<Progress> progress = model.published(published);
            progress.ifPresent(news::add);
            cycles.add(progress.map(now -> model.cycle().withProgress(CanonicalJson.text(now)))
                    .orElseGet(model::cycle));
        });
        store.saveEvaluations(changed);
        store.saveCycles(cycles);
        store.applied(new ScoringStore.Place(last, lastHash));
        applied = last;
        head = lastHash;
        news.forEach(hub::publish);
    }

    /**
     * Compares the stored evaluations of one cycle, the next one at each call, with what its items give: what was changed
     * in the database is shown to supervisors until this finds it. A cycle whose framework is not installed has none.
     */
    void lookForAlterations() {
        ScoringStore store = store();
        store.cycleAfter(compared).ifPresent(cycle -> {
            compared = cycle.id();
            List<String> differing = differing(cycle);
            // another process may have applied more to the same documents
            if (differing.isEmpty() || store.place().applied() > applied) {
                altered.remove(cycle.id());
            } else {
                altered.put(cycle.id(), "indicators " + String.join(", ", differing));
            }
        });
    }

    private List<String> differing(ScoredCycle cycle) {
        CycleModel model = models.get(cycle.id());
        CycleModel read = model == null ? loaded(cycle) : model;
        return store().differing(cycle.id(), read.evaluateAll());
    }

    /** The cycles with stored evaluations that their items do not give, and which; safe for threads. */
    Map<String, String> altered() {
        return Map.copyOf(altered);
    }

    /** The cycles that are kept and not evaluated, and which framework they need; safe for threads. */
    Map<String, String> notEvaluated() {
        return Map.copyOf(notEvaluated);
    }

    private CycleModel model(RecordedEvent recorded) {
        String id = recorded.event().cycle();
        CycleModel known = models.get(id);
        if (known == null) {
            known = load(id, recorded);
            models.put(id, known);
        }
        return known;
    }

    private CycleModel load(String id, RecordedEvent recorded) {
        ScoredCycle cycle = store().cycle(id).orElseGet(() -> {
            if (recorded.event() instanceof CycleOpened opened) {
                return ScoredCycle.opened(opened, recorded.position());
            }
            throw new ProjectionStoppedException(
                    "event at " + recorded.position() + " belongs to cycle '" + id + "', which was never opened");
        });
        return loaded(cycle);
    }

    private CycleModel loaded(ScoredCycle cycle) {
        Optional<Evaluator> evaluator = frameworks.of(cycle);
        if (evaluator.isEmpty()) {
            notEvaluated.put(cycle.id(), cycle.binding().absence(cycle.id()));
        }
        return new CycleModel(cycle, evaluator, store().items(cycle.id()), store().evaluations(cycle.id()));
    }

    private ScoringStore store() {
        return Objects.requireNonNull(followed, "not started");
    }

    private void forgetOldest() {
        var oldest = models.keySet().iterator();
        for (int surplus = models.size() - CYCLES_KEPT; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }
}
