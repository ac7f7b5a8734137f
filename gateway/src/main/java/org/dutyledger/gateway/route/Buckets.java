package org.dutyledger.gateway.route;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bucket for each caller, up to a number of them. Full ones are removed; when there is still no room, new callers
 * share one, so that a client with ever new names gains nothing and costs no memory.
 */
final class Buckets {
    private static final long SWEEP_NANOS = 100_000_000L;
    private final int most;
    private final double perSecond;
    private final double burst;
    private final Map<String, TokenBucket> each = new ConcurrentHashMap<>();
    private final TokenBucket newcomers;
    private volatile long sweptAt;

    Buckets(int most, double perSecond, double burst, long now) {
        this.most = most;
        this.perSecond = perSecond;
        this.burst = burst;
        this.newcomers = new TokenBucket(perSecond, burst, now);
        this.sweptAt = now - SWEEP_NANOS;
    }

    /** Takes one call: 0 when there was one, else the nanoseconds until there is. */
    long take(String caller, long now) {
        TokenBucket known = each.get(caller);
        if (known != null) {
            return known.take(now);
        }
        return room(now)
                ? each.computeIfAbsent(caller, c -> new TokenBucket(perSecond, burst, now))
                        .take(now)
                : newcomers.take(now);
    }

    int size() {
        return each.size();
    }

    private boolean room(long now) {
        // not at every call: looking through all of them is just what a flood would like to cause
        if (each.size() >= most && now - sweptAt >= SWEEP_NANOS) {
            sweptAt = now;
            each.values().removeIf(bucket -> bucket.full(now));
        }
        return each.size() < most;
    }
}
