package org.dutyledger.kit.projection;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dutyledger.kit.Problem;
import org.dutyledger.kit.projection.Rebuild.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Rebuilds a projection beside the one in use, compares the two at the same position, and lets the new one take the
 * old one's place. One rebuild at a time in a process; a crash leaves the old one in use.
 *
 * <p>It also runs periodically: documents that were changed in the projection's database, also while the service was
 * stopped, differ from those of the ledger. Then the health is DOWN until a rebuild replaces them.
 */
public final class RebuildCoordinator implements SmartLifecycle, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildCoordinator.class);
    private static final int COMPARISONS = 5;
    private final Rebuildable projection;
    private final Generations generations;
    private final Checks checks;
    /** Written by {@link #begin} and then by the worker it starts. */
    private volatile Rebuild status;

    private volatile boolean open;
    private volatile Thread worker = new Thread();
    private volatile Health health = Health.up().build();
    private @Nullable ScheduledExecutorService schedule;

    /**
     * When the projection is compared without a request.
     *
     * @param first after the start of the service
     * @param every from the end of one comparison to the next
     */
    public record Checks(Duration first, Duration every) {}

    public RebuildCoordinator(Rebuildable projection, Generations generations, Checks checks) {
        this.projection = projection;
        this.generations = generations;
        this.checks = checks;
        this.status = Rebuild.none(projection.name());
    }

    Rebuild status() {
        return status;
    }

    /**
     * Begins a rebuild.
     *
     * @param acceptDifferences whether the new generation is used even if it is not the same as the old one
     * @throws Problem 409 {@code REBUILD_RUNNING}
     */
    synchronized Rebuild begin(boolean acceptDifferences) {
        Rebuild before = status;
        if (before.state() == State.RUNNING || !open) {
            throw new Problem(409, "REBUILD_RUNNING", projection.name() + " is being rebuilt already, or ends");
        }
        status = before.running(0, -1, -1);
        Thread started = new Thread(() -> run(acceptDifferences), "rebuild-" + projection.name());
        started.setDaemon(true);
        worker = started;
        started.start();
        return status;
    }

    private void run(boolean acceptDifferences) {
        try {
            Rebuild end = rebuild(acceptDifferences);
            LOG.info("rebuild of {}: {}, {} differences", projection.name(), end.state(), end.differing());
            status = end;
            health = health(end);
        } catch (RuntimeException e) {
            LOG.warn("rebuild of {} failed", projection.name(), e);
            // the text of a problem is meant for callers; any other text may name hosts
            String why = e instanceof Problem p
                    ? p.code() + ": " + p.getMessage()
                    : e.getClass().getSimpleName();
            status = status.failed(why);
        }
    }

    private Health health(Rebuild end) {
        if (end.state() != State.DIFFERS) {
            return Health.up().build();
        }
        LOG.error(
                "ALARM, {} of the documents of {} are not what the ledger gives: {}; a rebuild that accepts the differences"
                        + " replaces them",
                end.differing(),
                projection.name(),
                end.differences());
        return Health.down()
                .withDetail("differing", end.differing())
                .withDetail("differences", end.differences())
                .build();
    }

    @Override
    public Health health() {
        return health;
    }

    private void check() {
        try {
            begin(false);
        } catch (Problem running) {
            LOG.debug("not compared now: {}", running.getMessage());
        }
    }

    private Rebuild rebuild(boolean acceptDifferences) {
        int old = generations.current();
        int built = generations.begin();
        Rebuildable.Candidate candidate = projection.candidate(built);
        replay(candidate, built, projection.applied());
        projection.pause();
        try {
            CollectionComparison found = compared(candidate, old, built);
            boolean use = found.differing() == 0 || acceptDifferences;
            if (use) {
                candidate.announce();
                generations.replace(old, built);
            }
            return status.ended(use ? State.REPLACED : State.DIFFERS, found);
        } finally {
            if (open) {
                projection.resume();
            }
        }
    }

    /** Other processes may write the old generation during the comparison; then it is compared again. */
    private CollectionComparison compared(Rebuildable.Candidate candidate, int old, int built) {
        for (int tries = 1; ; tries++) {
            long target = projection.applied();
            replay(candidate, built, target);
            CollectionComparison comparison = new CollectionComparison();
            for (String name : projection.collections()) {
                comparison.add(name, generations.collection(old, name), generations.collection(built, name));
            }
            if (tries == COMPARISONS || projection.applied() == target) {
                return comparison;
            }
        }
    }

    private void replay(Rebuildable.Candidate candidate, int built, long target) {
        candidate.replayTo(target, position -> {
            if (!open) {
                throw new CancellationException("the service ends");
            }
            status = status.running(built, position, target);
        });
    }

    @Override
    public synchronized void start() {
        open = true;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "check-" + projection.name());
            thread.setDaemon(true);
            return thread;
        });
        started.scheduleWithFixedDelay(
                this::check, checks.first().toMillis(), checks.every().toMillis(), TimeUnit.MILLISECONDS);
        schedule = started;
    }

    /** Waits for the step under way, so that nothing is resumed in a service that has ended. */
    @Override
    public void stop() {
        open = false;
        synchronized (this) {
            if (schedule != null) {
                schedule.shutdownNow();
            }
        }
        try {
            worker.join(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
