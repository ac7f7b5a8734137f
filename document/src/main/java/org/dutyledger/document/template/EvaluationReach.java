package org.dutyledger.document.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.state.CycleState.Opening;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;

/**
 * Knows which items an indicator's evaluation looks at, and so how recent the evaluation must be to speak for a state.
 * Scoring folds events in batches: an evaluation between two events of one batch was never made.
 */
public final class EvaluationReach {
    private final Map<String, Set<String>> itemsOf = new LinkedHashMap<>();

    public EvaluationReach(Framework framework) {
        Map<String, MeasureSpec> measures = new HashMap<>();
        framework.indicators().forEach(i -> i.measures().forEach(m -> measures.put(m.id(), m)));
        for (Indicator indicator : framework.indicators()) {
            Set<String> items = new HashSet<>();
            indicator.figures().forEach(f -> reach(f.id(), measures, items));
            indicator.slots().forEach(s -> items.add(s.id()));
            indicator.measures().forEach(m -> reach(m.id(), measures, items));
            indicator.rules().forEach(r -> r.inputs().forEach(id -> reach(id, measures, items)));
            itemsOf.put(indicator.id(), items);
        }
    }

    /** The indicators whose evaluation is older than what the state holds, with the position it should have. */
    public Map<String, Long> outdated(CycleState state, Map<String, IndicatorEvaluated> evaluations) {
        Opening opening = state.opening();
        long opened = opening == null ? -1 : opening.setBy().position();
        Map<String, Long> outdated = new LinkedHashMap<>();
        itemsOf.forEach((indicator, items) -> {
            long needed = items.stream().mapToLong(state::touched).reduce(opened, Math::max);
            IndicatorEvaluated evaluated = evaluations.get(indicator);
            if (needed > (evaluated == null ? -1 : evaluated.position())) {
                outdated.put(indicator, needed);
            }
        });
        return outdated;
    }

    private static void reach(String id, Map<String, MeasureSpec> measures, Set<String> items) {
        MeasureSpec measure = measures.get(id);
        if (items.add(id) && measure != null) {
            measure.inputs().forEach(input -> reach(input, measures, items));
        }
    }
}
