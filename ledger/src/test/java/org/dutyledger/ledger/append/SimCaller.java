package org.dutyledger.ledger.append;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;

/** Appends one commit after the other; some clash, some repeat a request, and some callers give up early. */
final class SimCaller {
    private static final int COMMITS = 5;
    private static final byte[] DATA = {1, 2, 3};

    private final SimWorld world;
    private final SplittableRandom random;
    private final SimAppender appender;
    private final String stream;
    private long sequence;
    private int finished;
    private NewCommit retry;

    SimCaller(SimWorld world, SplittableRandom random, SimAppender appender, String stream) {
        this.world = world;
        this.random = random;
        this.appender = appender;
        this.stream = stream;
    }

    void begin() {
        world.clock.after(random.nextLong(20 * SimClock.MILLIS), this::invoke);
    }

    boolean done() {
        return finished == COMMITS;
    }

    private void invoke() {
        NewCommit commit = retry != null ? retry : compose();
        retry = null;
        Pending pending = new Pending(commit, () -> commit.events().size());
        long invoked = world.clock.now();
        if (!appender.offer(pending)) {
            begin();
            return;
        }
        boolean[] ended = {false};
        pending.outcome().thenAccept(outcome -> {
            if (!ended[0]) {
                ended[0] = true;
                end(new SimOperation(commit, invoked, world.clock.now(), outcome, false));
            }
        });
        if (random.nextInt(3) == 0) {
            world.clock.after(random.nextLong(120 * SimClock.MILLIS), () -> {
                if (!ended[0]) {
                    ended[0] = true;
                    end(new SimOperation(commit, invoked, world.clock.now(), null, pending.giveUp()));
                }
            });
        }
    }

    private void end(SimOperation operation) {
        world.history.add(operation);
        boolean unknown = operation.outcome() == null && !operation.leftForCertain();
        if (unknown && operation.commit().requestId() != null && random.nextBoolean()) {
            NewCommit first = operation.commit();
            retry = new NewCommit(newId(), first.requestId(), first.recordedAt(), first.events());
        }
        finished++;
        if (!done()) {
            world.clock.after(random.nextLong(10 * SimClock.MILLIS), this::invoke);
        }
    }

    private NewCommit compose() {
        List<NewEvent> events = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            events.add(event(stream, sequence++));
        }
        if (random.nextInt(4) == 0) {
            events.add(event("hot", random.nextInt(12)));
        }
        String request = random.nextInt(3) == 0 ? null : "request-" + random.nextInt(1_000_000);
        return new NewCommit(newId(), request, Instant.EPOCH, events);
    }

    private NewEvent event(String of, long number) {
        return new NewEvent(of, number, "t", newId().toString(), DATA);
    }

    private UUID newId() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
