package org.dutyledger.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure (测算值): computed from figures, never typed by hand.
 *
 * @param id equal to the derived figure's id where it computes one
 * @param expression over exact decimals, for example {@code removed / total * 100}; names are ids of figures or of
 *     earlier measures
 * @param appliesIf a condition without which the measure has no meaning, for example {@code total > 0}, or null: where it
 *     does not hold, the measure and the rules that use it are 不适用
 * @param inputs the ids that expression and condition use; without all of them the measure has no value. None of them is a figure
 *     that can only be declared
 * @param decimals decimals printed, rounded half-up; more are printed where a rule gives something else for the rounded
 *     value. Rules and other measures use the unrounded value
 * @param source source of the formula, or null
 */
public record MeasureSpec(
        String id,
        String name,
        String expression,
        @Nullable String appliesIf,
        List<String> inputs,
        Unit unit,
        int decimals,
        @Nullable String source) {
    public MeasureSpec {
        inputs = List.copyOf(inputs);
    }
}
