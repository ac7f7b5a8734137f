package org.dutyledger.benchmarks.ledger;

import java.util.Arrays;

/** Latencies of one thread, and sums of several. */
public final class Latencies {
    private long[] nanos = new long[1024];
    private int count;

    /** Adds one, in nanoseconds. */
    public void add(long value) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = value;
    }

    /** Adds all of another. */
    public void addAll(Latencies other) {
        for (int i = 0; i < other.count; i++) {
            add(other.nanos[i]);
        }
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** In milliseconds; {@code quantile} between 0 and 1. */
    public double quantile(double quantile) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, (long) (quantile * count))] / 1e6;
    }

    /** The median and the tail, for people. */
    public String summary() {
        return "p50 %.1f  p99 %.1f  p99.9 %.1f ms".formatted(quantile(.5), quantile(.99), quantile(.999));
    }
}
