package org.dutyledger.report.view;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dutyledger.events.IndicatorEvaluated;

/** What we know without asking the ledger's owner, and how far that reaches. Safe for threads. */
public final class Projection {
    private final EventCopy events;
    private final EvaluationHistory evaluations;
    private final Watermark evidenceApplied = new Watermark();
    private final Watermark scoringApplied = new Watermark();

    public Projection(EventCopy events, EvaluationHistory evaluations) {
        this.events = events;
        this.evaluations = evaluations;
    }

    /** Makes the indexes; to be called before the first write, again and again if need be. */
    public void prepare() {
        events.prepare();
        evaluations.prepare();
    }

    /** Stores events and says that everything up to {@code appliedTo} is here. */
    public void applied(List<StoredBytes> batch, long appliedTo) {
        events.put(batch);
        evidenceApplied.raise(appliedTo);
    }

    /** Stores evaluations and says that scoring has applied everything up to {@code scoredTo}; -1 says nothing. */
    public void evaluated(List<IndicatorEvaluated> batch, long scoredTo) {
        evaluations.put(batch);
        scoringApplied.raise(scoredTo);
    }

    /** The last position up to which all events are here. */
    public long appliedTo() {
        return evidenceApplied.position();
    }

    /** The last position that scoring has applied, and whose evaluations are all here. */
    public long scoredTo() {
        return scoringApplied.position();
    }

    /**
     * Waits until events and evaluations up to a position are here.
     *
     * @return whether they came in time
     */
    public boolean await(long position, Duration atMost) {
        long started = System.nanoTime();
        return evidenceApplied.await(position, atMost)
                && scoringApplied.await(position, atMost.minusNanos(System.nanoTime() - started));
    }

    /** Waits until our copy of the events reaches a position. */
    public boolean awaitEvents(long position, Duration atMost) {
        return evidenceApplied.await(position, atMost);
    }

    /** The state of a cycle as of a position that has been applied. */
    public CycleState state(String cycle, long position) {
        return CycleFold.fold(cycle, position, events.upTo(cycle, position));
    }

    /** Per indicator the last evaluation as of a position. */
    public Map<String, IndicatorEvaluated> evaluations(String cycle, long position) {
        return evaluations.asOf(cycle, position);
    }
}
