package org.dutyledger.limits;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** All threads of this JVM with their whole stacks and the locks they hold and wait for. */
final class ThreadDump {
    private ThreadDump() {}

    static String ofThisJvm() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        StringBuilder out = new StringBuilder();
        for (ThreadInfo thread : threads.dumpAllThreads(true, true)) {
            append(thread, out);
        }
        long[] deadlocked = threads.findDeadlockedThreads();
        if (deadlocked != null) {
            out.append("DEADLOCK of ").append(deadlocked.length).append(" threads\n");
        }
        return out.toString();
    }

    /** {@link ThreadInfo#toString} cuts the stack after eight frames, before it reaches the test. */
    private static void append(ThreadInfo thread, StringBuilder out) {
        out.append('"').append(thread.getThreadName()).append("\" ").append(thread.getThreadState());
        if (thread.getLockName() != null) {
            out.append(" on ").append(thread.getLockName());
        }
        if (thread.getLockOwnerName() != null) {
            out.append(" held by \"").append(thread.getLockOwnerName()).append('"');
        }
        out.append('\n');
        StackTraceElement[] stack = thread.getStackTrace();
        for (int depth = 0; depth < stack.length; depth++) {
            out.append("    at ").append(stack[depth]).append('\n');
            for (MonitorInfo monitor : thread.getLockedMonitors()) {
                if (monitor.getLockedStackDepth() == depth) {
                    out.append("    - locked ").append(monitor).append('\n');
                }
            }
        }
        for (LockInfo lock : thread.getLockedSynchronizers()) {
            out.append("    - locked ").append(lock).append('\n');
        }
        out.append('\n');
    }
}
