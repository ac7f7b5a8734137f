package org.dutyledger.ledger.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.ledger.Commits.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.dutyledger.ledger.AppendOutcomeUnknownException;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.LedgerBusyException;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.StreamConflictException;
import org.dutyledger.ledger.check.History;
import org.dutyledger.ledger.check.HistoryCheck;

/**
 * Callers that append through any of several ledgers on one log and continue after any failure: each with its own
 * stream, all of them with one in common; most name their requests and repeat them when the outcome is unknown, some
 * leave.
 */
public final class LedgerLoad implements AutoCloseable {
    private final List<? extends Ledger> ledgers;
    private final History history = new History();
    private final LongAdder ended = new LongAdder();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> troubles = new ArrayList<>();
    private volatile boolean stopped;
    private volatile boolean abandoned;

    private LedgerLoad(List<? extends Ledger> ledgers) {
        this.ledgers = ledgers;
    }

    public static LedgerLoad start(long seed, int callers, List<? extends Ledger> ledgers) {
        LedgerLoad load = new LedgerLoad(ledgers);
        for (int i = 0; i < callers; i++) {
            Caller caller = load.new Caller("caller-" + i, seed + i);
            Thread thread = new Thread(caller, caller.name);
            thread.setDaemon(true);
            load.threads.add(thread);
        }
        load.threads.forEach(Thread::start);
        return load;
    }

    /** Waits until so many more attempts ended, with any outcome. */
    public void awaitEnded(int more) {
        long enough = ended.sum() + more;
        await().until(() -> ended.sum() >= enough);
    }

    /** Waits until so many more receipts were given. */
    public void awaitReceipts(int more) {
        long enough = history.acknowledged() + more;
        await().until(() -> history.acknowledged() >= enough);
    }

    public String counts() {
        return history.counts();
    }

    /** Lets every caller learn the outcome of its last request; none may wait for ever. */
    public void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join(Duration.ofMinutes(3).toMillis());
            assertThat(thread.isAlive()).as("%s still waits", thread.getName()).isFalse();
        }
        assertThat(troubles).isEmpty();
    }

    /** Ends the callers at once, whether they know the outcome of their request or not. */
    @Override
    public void close() {
        stopped = true;
        abandoned = true;
    }

    /** Compares the log with the callers' current knowledge; they may continue. */
    public HistoryCheck check(Ledger ledger) {
        long known = history.now();
        HistoryCheck check = HistoryCheck.of(ledger);
        assertThat(check.violations(history.asKnownAt(known))).isEmpty();
        return check;
    }

    private static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofMinutes(3));
    }

    private final class Caller implements Runnable {
        private final String name;
        private final SplittableRandom random;
        private long next;
        private int requests;

        Caller(String name, long seed) {
            this.name = name;
            this.random = new SplittableRandom(seed);
        }

        @Override
        public void run() {
            try {
                while (!stopped) {
                    if (append(compose()) == Progress.LOOK_AGAIN) {
                        next = lastSequence(name) + 1;
                    }
                }
            } catch (RuntimeException | Error e) {
                synchronized (troubles) {
                    troubles.add(e);
                }
            }
        }

        private NewCommit compose() {
            List<NewEvent> events = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                events.add(event(name, next + events.size()));
            }
            if (random.nextInt(8) == 0) {
                events.add(event("common", lastSequence("common") + 1));
            }
            String request = random.nextInt(4) == 0 ? null : name + "/" + requests++;
            return again(request, events);
        }

        /** Repeats until the outcome is known or cannot be learnt. */
        private Progress append(NewCommit first) {
            NewCommit commit = first;
            while (true) {
                String key = commit.requestId() == null ? commit.id().toString() : commit.requestId();
                History.Call call = history.begin(key, commit.id());
                try {
                    call.acknowledged(any().append(commit));
                    next += commit.events().stream()
                            .filter(e -> e.stream().equals(name))
                            .count();
                    return Progress.STORED;
                } catch (StreamConflictException e) {
                    call.refused("conflict");
                    return Progress.LOOK_AGAIN;
                } catch (LedgerBusyException e) {
                    call.refused("busy");
                } catch (AppendOutcomeUnknownException e) {
                    call.unknown("unknown");
                    if (commit.requestId() == null) {
                        return Progress.LOOK_AGAIN;
                    }
                } finally {
                    ended.increment();
                }
                pause();
                commit = again(commit.requestId(), commit.events());
            }
        }

        private NewCommit again(String request, List<NewEvent> events) {
            return new NewCommit(UUID.randomUUID(), request, Instant.EPOCH, events);
        }

        private long lastSequence(String stream) {
            while (true) {
                try {
                    return any().lastSequence(stream).orElse(-1);
                } catch (LedgerBusyException e) {
                    pause();
                }
            }
        }

        private Ledger any() {
            return ledgers.get(random.nextInt(ledgers.size()));
        }

        private void pause() {
            if (abandoned) {
                throw new IllegalStateException("the test is over");
            }
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(50)).toNanos());
        }
    }

    private enum Progress {
        STORED,
        LOOK_AGAIN
    }
}
