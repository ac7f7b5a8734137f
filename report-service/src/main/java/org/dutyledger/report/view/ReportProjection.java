package org.dutyledger.report.view;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.dutyledger.document.state.CycleFold;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.events.IndicatorEvaluated;

/** The data held without a request to the ledger's owner, and its position. Thread-safe. */
public final class ReportProjection {
    private final CurrentGeneration copies;
    private final Watermark evidenceApplied = new Watermark();
    private final Watermark scoringApplied = new Watermark();

    public ReportProjection(CurrentGeneration copies) {
        this.copies = copies;
    }

    /** Records that everything up to a position is stored in the copy in use. */
    public void applied(long position) {
        evidenceApplied.raise(position);
    }

    /** Records that scoring's evaluations up to a position are stored in the copy in use. */
    public void scored(long position) {
        scoringApplied.raise(position);
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
     * @return whether they arrived in time
     */
    public boolean await(long position, Duration atMost) {
        long started = System.nanoTime();
        return evidenceApplied.await(position, atMost)
                && scoringApplied.await(position, atMost.minusNanos(System.nanoTime() - started));
    }

    /** Waits until the copy of the events reaches a position. */
    public boolean awaitEvents(long position, Duration atMost) {
        return evidenceApplied.await(position, atMost);
    }

    /** The cycles whose stored events are not what was stored. */
    public Set<String> altered() {
        return copies.current().events().altered();
    }

    /** Whether a position that has been applied is the last of its commit. */
    public boolean endsCommit(long position) {
        EventCopy events = copies.current().events();
        return !events.commitHash(position).equals(events.commitHash(position + 1));
    }

    /**
     * The state of a cycle as of a position that has been applied.
     *
     * @throws org.dutyledger.kit.Problem as for {@link EventCopy#upTo}
     */
    public CycleState state(String cycle, long position) {
        return CycleFold.fold(cycle, position, copies.current().events().upTo(cycle, position));
    }

    /** Per indicator the last evaluation as of a position. */
    public Map<String, IndicatorEvaluated> evaluations(String cycle, long position) {
        return copies.current().evaluations().asOf(cycle, position);
    }
}
