package org.dutyledger.report.issue;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.document.state.CycleFold;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.view.AuditFeed;
import org.dutyledger.report.view.Projection;
import org.dutyledger.report.view.StoredBytes;

/** Computes what a report says from the ledger itself. */
public final class LedgerReplay {
    private static final int PAGE = 500;
    private final AuditFeed feed;
    private final Projection projection;
    private final Composer composer;

    public LedgerReplay(AuditFeed feed, Projection projection, Composer composer) {
        this.feed = feed;
        this.projection = projection;
        this.composer = composer;
    }

    /** The position after the ledger's last event. */
    long size() {
        return feed.size();
    }

    /**
     * The model of a cycle as of a position that the projections have reached.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN}; 409 {@code PROJECTION_DIFFERS} or {@code EVALUATION_NOT_KEPT}; 503 {@code
     *     LEDGER_UNAVAILABLE}
     */
    public ReportModel model(String cycle, long upTo) {
        CycleState replayed = CycleFold.fold(cycle, upTo, replay(upTo));
        if (!replayed.equals(projection.state(cycle, upTo))) {
            throw new Problem(
                    409,
                    "PROJECTION_DIFFERS",
                    "this service's copy of the ledger differs from the ledger at position " + upTo
                            + "; nothing was issued");
        }
        return composer.model(replayed, projection.evaluations(cycle, upTo));
    }

    private List<RecordedEvent> replay(long upTo) {
        List<RecordedEvent> events = new ArrayList<>();
        long next = 0;
        while (next <= upTo) {
            List<StoredBytes> page =
                    feed.read(next, (int) Math.min(PAGE, upTo - next + 1)).events();
            if (page.isEmpty() || page.get(0).position() != next) {
                throw new Problem(409, "LEDGER_INCOMPLETE", "the audit feed does not give position " + next);
            }
            page.forEach(e -> events.add(e.decode()));
            next = page.get(page.size() - 1).position() + 1;
        }
        return events;
    }
}
