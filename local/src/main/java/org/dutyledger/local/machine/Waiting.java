package org.dutyledger.local.machine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reports what is waited for: after some seconds, and then repeatedly until it is closed. */
public final class Waiting implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(4);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final CountDownLatch closed = new CountDownLatch(1);

    private Waiting() {}

    /**
     * Begins to wait.
     *
     * @param what is waited for, as in {@code "MongoDB at db1 to answer"}
     * @param most time after which the caller gives up by itself
     * @param out is given a line for people
     */
    public static Waiting until(String what, Duration most, Consumer<String> out) {
        return until(what, most, out, FIRST, EVERY);
    }

    static Waiting until(String what, Duration most, Consumer<String> out, Duration first, Duration every) {
        Waiting waiting = new Waiting();
        Thread thread = new Thread(() -> waiting.report(what, most, out, first, every), "waiting");
        thread.setDaemon(true);
        thread.start();
        return waiting;
    }

    private void report(String what, Duration most, Consumer<String> out, Duration first, Duration every) {
        long begin = System.nanoTime();
        Duration next = first;
        try {
            while (!closed.await(next.toMillis(), TimeUnit.MILLISECONDS)) {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
                out.accept("Waiting (" + seconds + " s of at most " + most.toSeconds() + ") for " + what);
                next = every;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
