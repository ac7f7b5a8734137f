package org.dutyledger.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dutyledger.evaluation.expression.Amount;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.RuleSpec;

/**
 * Decides with how many decimals computed values are printed: those that the framework stores, and as many more as it
 * takes until every rule gives the same for the printed value as for the unrounded one, at most {@value #MOST_MORE} more.
 * So a printed value never contradicts a verdict.
 */
final class PrintedDecimals {
    static final int MOST_MORE = 20;

    private final CompiledFramework framework;
    private final Values values;
    private final Map<String, Integer> known = new HashMap<>();

    PrintedDecimals(CompiledFramework framework, Values values) {
        this.framework = framework;
        this.values = values;
    }

    /** Decimals of a measure: enough for every rule on it, while the other inputs of the rule are unrounded. */
    int of(MeasureSpec measure) {
        Integer before = known.get(measure.id());
        if (before != null) {
            return before;
        }
        List<RuleSpec> rules = framework.rulesOn(measure.id());
        int more = 0;
        while (more < MOST_MORE && !agree(rules, measure, measure.decimals() + more)) {
            more++;
        }
        known.put(measure.id(), measure.decimals() + more);
        return measure.decimals() + more;
    }

    /** Decimals beyond {@link #of} that the text of a rule needs when all its inputs are rounded. */
    int more(RuleSpec rule) {
        List<MeasureSpec> measures = rule.inputs().stream()
                .flatMap(id -> framework.measure(id).stream())
                .map(CompiledFramework.Measure::spec)
                .toList();
        int more = 0;
        while (more < MOST_MORE && !agrees(rule, measures, more)) {
            more++;
        }
        return more;
    }

    private boolean agree(List<RuleSpec> rules, MeasureSpec measure, int decimals) {
        Amount exact = values.computed(measure.id());
        if (exact == null) {
            return true;
        }
        Amount rounded = printed(exact, decimals);
        return rounded.equals(exact) || rules.stream().allMatch(rule -> same(rule, Map.of(measure.id(), rounded)));
    }

    private boolean agrees(RuleSpec rule, List<MeasureSpec> measures, int more) {
        Map<String, Amount> rounded = new HashMap<>();
        for (MeasureSpec measure : measures) {
            Amount exact = values.computed(measure.id());
            if (exact != null) {
                rounded.put(measure.id(), printed(exact, of(measure) + more));
            }
        }
        return same(rule, rounded);
    }

    private boolean same(RuleSpec rule, Map<String, Amount> rounded) {
        return Objects.equals(
                values.evaluate(rule).value(), values.evaluate(rule, rounded).value());
    }

    private static Amount printed(Amount value, int decimals) {
        return Amount.of(value.printed(decimals), value.bound());
    }
}
