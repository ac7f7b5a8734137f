package org.dutyledger.ledger.append;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.dutyledger.ledger.store.LogStore;
import org.dutyledger.ledger.store.PlacedCommit;

/** One seeded run: a replica set in trouble, two appenders, their callers; then peace, and everybody must finish. */
final class SimWorld {
    private static final long TROUBLE = 600 * SimClock.MILLIS;
    private static final long PEACE = 3_000 * SimClock.MILLIS;
    private static final AppendSettings SETTINGS = new AppendSettings(Duration.ofSeconds(1), 8, 4, 1_000);

    /** What a mutant does otherwise. */
    interface Variant {
        default AppendProtocol protocol(Intake intake, LongSupplier clock, RandomGenerator random) {
            return new AppendProtocol(intake, new AppendListener() {}, clock, random);
        }

        default boolean readsTailLocally() {
            return false;
        }

        default ToLongFunction<PlacedCommit> primaryKey() {
            return PlacedCommit::position;
        }
    }

    final SimClock clock = new SimClock();
    final SimCluster cluster;
    final List<SimOperation> history = new ArrayList<>();
    private final SplittableRandom random;
    private final Variant variant;
    private final List<SimCaller> callers = new ArrayList<>();
    private boolean troubled = true;

    SimWorld(long seed, Variant variant) {
        this.random = new SplittableRandom(seed);
        this.variant = variant;
        this.cluster = new SimCluster(random, variant.primaryKey());
        for (int a = 0; a < 2; a++) {
            Intake intake = new Intake(SETTINGS);
            AppendProtocol protocol = variant.protocol(intake, clock::now, random);
            SimAppender appender = new SimAppender(this, random, intake, protocol);
            for (int c = 0; c < 3; c++) {
                callers.add(new SimCaller(this, random, appender, "s" + a + c));
            }
        }
    }

    /** Whether something goes wrong now, with a chance of {@code percent}. */
    boolean trouble(int percent) {
        return troubled && random.nextInt(100) < percent;
    }

    LogStore viewFor(SimNode node, LogRequest.ToStore<?> read) {
        boolean local = variant.readsTailLocally() && read instanceof LogRequest.ReadTail;
        return new SimView(node.view(local ? node.oplog.size() : node.committed));
    }

    /** Runs to the end and returns what is wrong, or null. */
    String run() {
        heartbeat();
        disturb();
        callers.forEach(SimCaller::begin);
        while (clock.step(TROUBLE)) {
            // things happen
        }
        troubled = false;
        cluster.restoreLinks();
        while (callers.stream().anyMatch(caller -> !caller.done()) && clock.step(TROUBLE + PEACE)) {
            // things settle
        }
        if (callers.stream().anyMatch(caller -> !caller.done())) {
            return "starvation: somebody waits for ever";
        }
        long end = clock.now() + 100 * SimClock.MILLIS;
        while (clock.step(end)) {
            // late messages arrive
        }
        return SimCheck.firstViolation(cluster.durable(), history);
    }

    private void heartbeat() {
        for (int from = 0; from < 3; from++) {
            for (int to = 0; to < 3; to++) {
                cluster.replicate(from, to);
            }
        }
        if (!troubled && cluster.currentPrimary() == null) {
            cluster.elect(random.nextInt(3));
        }
        clock.after(SimClock.MILLIS / 2 + random.nextLong(2 * SimClock.MILLIS), this::heartbeat);
    }

    private void disturb() {
        if (troubled) {
            switch (random.nextInt(6)) {
                case 0 -> cluster.shuffleLinks();
                case 1 -> cluster.restoreLinks();
                case 2, 3, 4 -> cluster.splitBrain();
                default -> cluster.elect(random.nextInt(3));
            }
            clock.after(random.nextLong(40 * SimClock.MILLIS), this::disturb);
        }
    }
}
