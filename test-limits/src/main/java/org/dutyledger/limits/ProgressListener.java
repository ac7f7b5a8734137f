package org.dutyledger.limits;

import java.time.Duration;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Reports every start and end of a test, class or property to the {@link Watchdog}, whatever engine runs it.
 *
 * <p>JUnit's own time limit interrupts the test thread. It cannot end a wait that ignores interrupts, set-up outside a
 * test method, or a test of another engine such as jqwik; this listener covers those. System properties, in seconds:
 * {@code test.limit.seconds} (default 180) between two events, plus {@code test.limit.grace.seconds} (default 60) in
 * which JUnit's limit may strike first; {@code test.jvm.limit.seconds} (default 900) for the whole JVM.
 */
public final class ProgressListener implements TestExecutionListener {
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        Holder.WATCHDOG.progress("start of the test plan");
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        Holder.WATCHDOG.progress("start of " + test.getUniqueId());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Holder.WATCHDOG.progress("end of " + test.getUniqueId());
    }

    /**
     * One watchdog a JVM, since a runner may create a launcher for each class; started by the first test and not by the
     * first listener, since Maven's own JVM creates listeners to discover tests that it runs elsewhere.
     */
    private static final class Holder {
        static final Watchdog WATCHDOG = new Watchdog(
                seconds("test.limit.seconds", 180).plus(seconds("test.limit.grace.seconds", 60)),
                seconds("test.jvm.limit.seconds", 900),
                Watchdog::halt);
    }

    private static Duration seconds(String property, long otherwise) {
        return Duration.ofSeconds(Long.getLong(property, otherwise));
    }
}
