package org.dutyledger.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure (测算值): computed from figures, never typed by hand.
 *
 * @param id equal to the derived figure's id where it computes one
 * @param expression over exact decimals, for example {@code removed / total * 100}; names are ids of figures or of
 *     earlier measures
 * @param inputs the ids that the expression uses; without all of them the measure has no value. None of them is a figure
 *     that can only be declared
 * @param decimals decimals printed, rounded half-up; more are printed where a rule gives something else for the rounded
 *     value. Rules and other measures use the unrounded value
 * @param source source of the formula, or null
 */
public record MeasureSpec(
        String id,
        String name,
        String expression,
        List<String> inputs,
        Unit unit,
        int decimals,
        @Nullable String source) {
    public MeasureSpec {
        inputs = List.copyOf(inputs);
    }
}
