package org.dutyledger.local.terminal;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Measures how long each stage took. */
public final class Stages {
    private final LongSupplier nanoTime;
    private final Map<String, Duration> durations = new LinkedHashMap<>();

    /** @param nanoTime a clock that only runs forward, in nanoseconds */
    public Stages(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Notes a stage that was measured elsewhere. */
    public void add(String name, Duration duration) {
        durations.put(name, duration);
    }

    /** Runs a stage and notes how long it took, also when it fails. */
    public <T> T run(String name, Supplier<T> stage) {
        long start = nanoTime.getAsLong();
        try {
            return stage.get();
        } finally {
            add(name, Duration.ofNanos(nanoTime.getAsLong() - start));
        }
    }

    /** Stages in the order in which they ran. */
    public Map<String, Duration> durations() {
        return Collections.unmodifiableMap(durations);
    }

    /** All stages on one line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        durations.forEach((name, duration) ->
                text.append(name).append(' ').append(seconds(duration)).append(" · "));
        Duration total = durations.values().stream().reduce(Duration.ZERO, Duration::plus);
        return text.append("total ").append(seconds(total)).toString();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
