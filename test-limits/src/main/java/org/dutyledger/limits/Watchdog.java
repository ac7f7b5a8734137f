package org.dutyledger.limits;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A daemon thread that calls an action once when no progress was reported within a limit, or the JVM is too old. */
final class Watchdog {
    /** Exit code of a JVM that was ended: the one of {@code timeout(1)}. */
    static final int EXIT_CODE = 124;

    private final Duration limit;
    private final Duration jvmLimit;
    private final Consumer<String> action;
    private final long created = System.nanoTime();
    private volatile Progress last = new Progress("start of the JVM", created);

    /**
     * Starts watching.
     *
     * @param limit longest time between two reports of progress
     * @param jvmLimit longest time from now on
     * @param action receives the reason; runs on the watching thread
     */
    Watchdog(Duration limit, Duration jvmLimit, Consumer<String> action) {
        this.limit = limit;
        this.jvmLimit = jvmLimit;
        this.action = action;
        Thread thread = new Thread(this::watch, "test-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    void progress(String what) {
        last = new Progress(what, System.nanoTime());
    }

    private void watch() {
        while (true) {
            Progress seen = last;
            long now = System.nanoTime();
            long left = limit.toNanos() - (now - seen.at());
            long jvmLeft = jvmLimit.toNanos() - (now - created);
            if (left <= 0) {
                action.accept("no progress within " + limit.toSeconds() + " s after the " + seen.what());
                return;
            }
            if (jvmLeft <= 0) {
                action.accept("tests still run after " + jvmLimit.toSeconds() + " s, last: " + seen.what());
                return;
            }
            LockSupport.parkNanos(Math.min(left, jvmLeft));
        }
    }

    /** Writes all stacks to standard error, ends the child processes and the JVM. Shutdown hooks may hang: none is run. */
    static void halt(String reason) {
        // not System.err: the test runner's capture may be what hangs
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        out.println("TEST TIME LIMIT: " + reason + "; thread dump:");
        out.println(ThreadDump.ofThisJvm());
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    private record Progress(String what, long at) {}
}
