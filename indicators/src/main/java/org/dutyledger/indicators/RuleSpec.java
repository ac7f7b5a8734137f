package org.dutyledger.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule over figures, measures and claims. While one of its inputs is missing it cannot be decided; that keeps the
 * verdict open if the rule is decisive, or if a {@linkplain FigureSpec#required() required} figure is missing.
 *
 * @param expression boolean CEL expression; names are ids of figures or measures
 * @param inputs the ids that the expression uses
 * @param effect consequence when the rule does not hold
 * @param check kind of check in the taxonomy, for example {@code sum}, {@code ratio}, {@code threshold}
 * @param met what is printed when the rule holds, in Chinese; its {@code {{id}}} placeholders are among the inputs
 * @param unmet what is printed when it does not hold; another text than {@code met}
 * @param source document number and article of the standard, or null
 * @param decisive whether the verdict is 待核实 while the rule cannot be judged for lack of an input
 * @param certainty certainty of the standard
 */
public record RuleSpec(
        String id,
        String expression,
        List<String> inputs,
        Effect effect,
        boolean decisive,
        String check,
        String met,
        String unmet,
        @Nullable String source,
        Certainty certainty) {
    public RuleSpec {
        inputs = List.copyOf(inputs);
    }

    /** Consequence of a rule that does not hold. */
    public enum Effect {
        /** 不合格. */
        FAIL,
        /** 基本合格. */
        BASIC_PASS,
        /** A finding that must be answered before the verdict is final: 待核实. */
        VERIFY,
        /** A finding for information; the verdict stays. */
        NOTE
    }

    /** Certainty of a standard: 高, 中, 低. */
    public enum Certainty {
        HIGH,
        MEDIUM,
        LOW
    }
}
