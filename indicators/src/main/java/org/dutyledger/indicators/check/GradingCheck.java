package org.dutyledger.indicators.check;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;

/** Weights, where there are any, belong to every indicator and sum to exactly 1. */
final class GradingCheck {
    private final Framework framework;
    private final Problems problems;
    private final Places places;

    GradingCheck(Framework framework, Problems problems, Places places) {
        this.framework = framework;
        this.problems = problems;
        this.places = places;
    }

    void check() {
        if (framework.indicators().isEmpty()) {
            problems.add(places.line(framework), "framework needs 'groups' with at least one indicator");
        }
        Map<String, BigDecimal> weights = framework.grading().weights();
        if (weights.isEmpty()) {
            return;
        }
        int line = places.line(framework.grading(), "weights");
        Set<String> unweighted = new LinkedHashSet<>();
        framework.indicators().stream().map(Indicator::id).forEach(unweighted::add);
        weights.keySet().stream()
                .filter(id -> !unweighted.remove(id))
                .sorted()
                .forEach(id -> problems.add(line, "weights name the unknown indicator '" + id + "'"));
        if (!unweighted.isEmpty()) {
            problems.add(line, "weights lack the indicators " + String.join(", ", unweighted));
        }
        if (weights.values().stream().anyMatch(w -> w.signum() < 0)) {
            problems.add(line, "weights must not be negative");
        }
        BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            problems.add(line, "weights sum to " + sum.toPlainString() + "; they must sum to 1");
        }
    }
}
