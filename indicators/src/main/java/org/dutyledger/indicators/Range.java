package org.dutyledger.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers between two ends, both included.
 *
 * @param min the smallest, or null for any
 * @param max the largest, or null for any
 */
public record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    /** Any number. */
    public static final Range ANY = new Range(null, null);

    public boolean contains(BigDecimal value) {
        return (min == null || value.compareTo(min) >= 0) && (max == null || value.compareTo(max) <= 0);
    }

    /** Whether a number can be in it. */
    public boolean isPossible() {
        return min == null || max == null || min.compareTo(max) <= 0;
    }
}
