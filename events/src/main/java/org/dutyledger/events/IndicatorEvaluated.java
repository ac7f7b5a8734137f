package org.dutyledger.events;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scoring service's evaluation of one indicator on the topic {@code evaluations}: not a fact, but a deterministic
 * function of the ledger up to {@code position} and of the framework version.
 *
 * @param position the ledger position this evaluation takes into account (the last event it depends on)
 * @param verdict 合格, 基本合格, 不合格, 待填报, 待核实 or 不适用
 * @param score points earned, or null when the grading scheme gives this indicator none
 * @param missing ids of required items that are not there yet
 * @param notApplicable ids of its measures that do not apply (不适用); null where all apply
 */
public record IndicatorEvaluated(
        String cycle,
        String indicator,
        long position,
        String framework,
        String frameworkVersion,
        Verdict verdict,
        @Nullable BigDecimal score,
        List<String> missing,
        List<Measure> measures,
        List<Reason> reasons,
        List<Finding> findings,
        @Nullable List<String> notApplicable) {
    /** Stable type name on the wire. */
    public static final String TYPE = "indicator.evaluated.v2";

    public IndicatorEvaluated {
        missing = List.copyOf(missing);
        measures = List.copyOf(measures);
        reasons = List.copyOf(reasons);
        findings = List.copyOf(findings);
        notApplicable = notApplicable == null ? null : List.copyOf(notApplicable);
    }

    /** The verdict (评价结果) of an indicator. */
    public enum Verdict {
        /** 合格: every rule holds. */
        PASS,
        /** 基本合格: a rule that allows it is just missed. */
        BASIC_PASS,
        /** 不合格: a rule does not hold. */
        FAIL,
        /** 待填报: a required input is missing. */
        PENDING,
        /** 待核实: a finding is open that keeps the verdict from being final. */
        TO_VERIFY,
        /** 不适用: every rule depends on a measure that does not apply. */
        NOT_APPLICABLE
    }

    /**
     * A computed value (测算值), rounded half-up. It has the measure's stored decimals, or more where a rule would give
     * another result for the rounded value.
     *
     * @param measure id of the measure; equal to the figure's id where it computes a derived figure
     * @param declared the submitter's declared value of the same figure, or null
     * @param inputs the figures it was computed from
     * @param bound null when the value is exact
     */
    public record Measure(
            String measure,
            BigDecimal value,
            String unit,
            @Nullable Operand declared,
            List<Operand> inputs,
            @Nullable Bound bound) {
        public Measure {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A value with the event that set it.
     *
     * @param organisation empty for a computed value
     * @param position the ledger position of that event; of a computed value, the last that set one of its inputs
     * @param bound null when the value is exact
     */
    public record Operand(
            String figure,
            String organisation,
            String value,
            String unit,
            long position,
            @Nullable Bound bound) {}

    /** The direction of a bound. */
    public enum Bound {
        /** It is this or greater (下限). */
        AT_LEAST,
        /** It is this or less (上限). */
        AT_MOST;

        /** The word before the number, in Chinese: 至少, 至多, or nothing for an exact one. */
        public static String prefix(@Nullable Bound bound) {
            if (bound == null) {
                return "";
            }
            return bound == AT_LEAST ? "至少" : "至多";
        }
    }

    /**
     * One rule and its result.
     *
     * @param holds null when an input is missing, or the rule depends on a measure that does not apply
     * @param text the rule with its numbers filled in, in Chinese
     * @param source the standard's document number and article, or null where the framework gives none
     */
    public record Reason(
            String rule,
            @Nullable Boolean holds,
            String text,
            @Nullable String source,
            List<Operand> operands) {
        public Reason {
            operands = List.copyOf(operands);
        }
    }

    /**
     * A consistency problem (疑点).
     *
     * @param id stable: the same problem on the same figures has the same id
     * @param check kind of check, see {@code domain} taxonomy: unit, sum, ratio, yoy, range, threshold, cross, period …
     */
    public record Finding(
            String id, String rule, String check, Severity severity, String text, List<Operand> operands) {
        public Finding {
            operands = List.copyOf(operands);
        }
    }

    /** How much a finding weighs. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }
}
