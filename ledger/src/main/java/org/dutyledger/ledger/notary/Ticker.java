package org.dutyledger.ledger.notary;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does the same again and again, with a pause after each time. What fails is tried again at the next turn. */
public final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final Duration pause;
    private final Runnable turn;
    private final Runnable end;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable String problem;

    /**
     * Does nothing before {@link #start()}.
     *
     * @param end what to do at last, in the same thread
     */
    public Ticker(String name, Duration pause, Runnable turn, Runnable end) {
        this.pause = pause;
        this.turn = turn;
        this.end = end;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /** Begins with the first turn at once. */
    public void start() {
        thread.start();
    }

    /** The failure of the last turn, or null. */
    @Nullable
    String problem() {
        return problem;
    }

    private void run() {
        boolean more = true;
        while (more) {
            try {
                turn.run();
                problem = null;
            } catch (RuntimeException e) {
                report(String.valueOf(e.getMessage()), e);
            }
            try {
                more = !closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                more = false;
            }
        }
        Thread.interrupted(); // a client would refuse to send anything
        try {
            end.run();
        } catch (RuntimeException e) {
            LOG.info("{} ends: {}", thread.getName(), e.getMessage());
        }
    }

    private void report(String what, RuntimeException e) {
        if (!what.equals(problem) && closing.getCount() > 0) {
            LOG.warn("{} waits: {}", thread.getName(), what);
            LOG.debug("{} waits", thread.getName(), e);
        }
        problem = what;
    }

    /** Ends within seconds, even during a turn. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
