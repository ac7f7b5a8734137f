package org.dutyledger.gateway.route;

/** A bucket that holds {@code burst} calls and refills at a steady rate; times are nanoseconds of any one clock. */
final class TokenBucket {
    private final double perNano;
    private final double burst;
    private double left;
    private long refilledAt;

    TokenBucket(double perSecond, double burst, long now) {
        this.perNano = perSecond / 1e9;
        this.burst = burst;
        this.left = burst;
        this.refilledAt = now;
    }

    /** Takes one call: 0 when there was one, else the nanoseconds until there is. */
    synchronized long take(long now) {
        refill(now);
        if (left >= 1) {
            left -= 1;
            return 0;
        }
        return (long) Math.ceil((1 - left) / perNano);
    }

    /** Whether the last call is so long ago that removing the bucket changes nothing. */
    synchronized boolean full(long now) {
        refill(now);
        return left >= burst;
    }

    private void refill(long now) {
        left = Math.min(burst, left + (now - refilledAt) * perNano);
        refilledAt = now;
    }
}
