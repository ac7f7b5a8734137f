package org.dutyledger.scoring.intake;

import org.dutyledger.scoring.view.ScoringStores;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells operators whether scoring follows the ledger: UP with the position, or DOWN with the reason. One thread writes. */
final class IntakeStatus implements HealthIndicator {
    private final ScoringStores stores;
    private volatile Seen seen = new Seen(-1, "starting", false);

    IntakeStatus(ScoringStores stores) {
        this.stores = stores;
    }

    /** The loop is well and stands at this position. */
    void applied(long position) {
        seen = new Seen(position, null, false);
    }

    /** Something is away; the loop tries again. */
    void waiting(String why) {
        seen = new Seen(seen.applied, why, false);
    }

    /** The loop has ended and needs a person. */
    void stopped(String why) {
        seen = new Seen(seen.applied, why, true);
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
        Health.Builder health = problem == null ? Health.up() : Health.down().withDetail("problem", problem);
        return health.withDetail("applied", now.applied)
                .withDetail("stopped", now.stopped)
                .build();
    }

    private record Seen(long applied, @Nullable String problem, boolean stopped) {}
}
