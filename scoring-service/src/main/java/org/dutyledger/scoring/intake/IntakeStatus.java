package org.dutyledger.scoring.intake;

import java.util.Map;
import org.dutyledger.follow.Misfits;
import org.dutyledger.scoring.view.ScoringStores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports whether scoring follows the ledger: UP with the position, DOWN with the reason (also when the database holds
 * other evaluations than were stored), or an alarm while a record of the topic that is not the ledger's own is not
 * explained. One thread writes.
 */
final class IntakeStatus implements HealthIndicator {
    /** Scoring continues, from the ledger itself: the answer stays 200. */
    static final Status ALARM = new Status("EVIDENCE_ALARM");

    private static final Logger LOG = LoggerFactory.getLogger(IntakeStatus.class);
    private final ScoringStores stores;
    private final Misfits misfits;
    private volatile Map<String, String> altered = Map.of();
    private volatile Map<String, String> notEvaluated = Map.of();
    private volatile Seen seen = new Seen(-1, "starting", false);

    IntakeStatus(ScoringStores stores, Misfits misfits) {
        this.stores = stores;
        this.misfits = misfits;
    }

    /** Where records are named that are not the ledger's own. */
    Misfits misfits() {
        return misfits;
    }

    /** The loop works and has applied this position. */
    void applied(long position) {
        seen = new Seen(position, null, false);
    }

    /** A backend is unavailable; the loop retries. */
    void waiting(String why) {
        seen = new Seen(seen.applied, why, false);
    }

    /** The loop has ended and needs a person. */
    void stopped(String why) {
        seen = new Seen(seen.applied, why, true);
    }

    /** What the database holds otherwise than it was stored, by cycle. */
    void altered(Map<String, String> found) {
        if (!found.isEmpty() && !found.equals(altered)) {
            LOG.error("ALARM, stored evaluations are not what their items give: {}; a rebuild makes them again", found);
        }
        altered = found;
    }

    /** The cycles that are kept and not evaluated until their framework is installed, and which it is. */
    void notEvaluated(Map<String, String> found) {
        if (!found.isEmpty() && !found.equals(notEvaluated)) {
            LOG.error("not evaluated: {}", found.values());
        }
        notEvaluated = found;
    }

    long applied() {
        return seen.applied;
    }

    @Override
    public Health health() {
        Seen now = seen;
        String problem = now.problem;
        if (problem == null) {
            try {
                stores.ping();
            } catch (RuntimeException e) {
                problem = e.toString();
            }
        }
        Health.Builder health = Health.status(misfits.alarm().isPresent() ? ALARM : Status.UP);
        misfits.alarm().ifPresent(alarm -> health.withDetail("alarm", alarm));
        if (misfits.count() > 0) {
            health.withDetail("misfits", misfits.count()).withDetail("recentMisfits", misfits.recent());
        }
        if (problem != null) {
            health.down().withDetail("problem", problem);
        }
        if (!altered.isEmpty()) {
            health.down().withDetail("altered", altered);
        }
        if (!notEvaluated.isEmpty()) {
            // the other cycles are served: not down
            health.withDetail("notEvaluated", notEvaluated);
        }
        return health.withDetail("applied", now.applied)
                .withDetail("stopped", now.stopped)
                .build();
    }

    private record Seen(long applied, @Nullable String problem, boolean stopped) {}
}
