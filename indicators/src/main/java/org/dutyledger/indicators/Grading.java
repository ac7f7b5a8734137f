package org.dutyledger.indicators;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The grading scheme. The points per indicator of the 2022 Zhejiang edition are not public, so they are configuration.
 *
 * @param name for example {@code verdict-only}
 * @param weights weight per indicator id; empty, or they sum to exactly 1
 */
public record Grading(String name, Map<String, BigDecimal> weights) {
    public Grading {
        weights = Map.copyOf(weights);
    }
}
