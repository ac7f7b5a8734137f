package org.dutyledger.benchmarks.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;

/** Closed-loop callers, each appending to a stream of its own as fast as it is answered. */
final class Load {
    private static final int PAYLOAD = 600;

    private Load() {}

    /** What a run reached. */
    record Result(double eventsPerSecond, Latencies latencies) {}

    static Result run(Ledger ledger, int threads, int eventsPerCommit, Duration time)
            throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        List<Future<Latencies>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(callers.submit(() -> call(ledger, eventsPerCommit, start + time.toNanos())));
        }
        Latencies all = new Latencies();
        for (Future<Latencies> one : running) {
            all.addAll(one.get());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        callers.shutdown();
        return new Result((double) all.count() * eventsPerCommit / seconds, all);
    }

    private static Latencies call(Ledger ledger, int eventsPerCommit, long end) {
        Latencies latencies = new Latencies();
        String stream = "evidence/bench/" + newId();
        long sequence = 0;
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            ledger.append(commit(stream, sequence, eventsPerCommit));
            sequence += eventsPerCommit;
            latencies.add(System.nanoTime() - now);
        }
        return latencies;
    }

    static NewCommit commit(String stream, long sequence, int events) {
        List<NewEvent> all = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            byte[] data = new byte[PAYLOAD];
            ThreadLocalRandom.current().nextBytes(data);
            all.add(new NewEvent(stream, sequence + i, "figure.submitted.v1", newId().toString(), data));
        }
        return new NewCommit(newId(), "organisation:" + newId(), Instant.now(), all);
    }

    /** Time-ordered, like the ids of the services, so that the index on event ids grows at its right edge. */
    static UUID newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(1 << 12);
        return new UUID(time, random.nextLong() >>> 2 | 1L << 63);
    }
}
