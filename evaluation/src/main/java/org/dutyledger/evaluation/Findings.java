package org.dutyledger.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.evaluation.Values.Value;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Operand;
import org.dutyledger.events.IndicatorEvaluated.Severity;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.RuleSpec;

/** Words the problems of an indicator. An id is made of the indicator, the rule or figure, and the kind of problem. */
final class Findings {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");
    private static final String ABSENT = "（缺）";

    private Findings() {}

    /** The submitter's value of a figure that the system computes differs from the computed one. */
    static Optional<Finding> declaredDiffers(
            Indicator indicator, MeasureSpec measure, BigDecimal computed, Value declared, List<Operand> operands) {
        if (!(declared.cel() instanceof Exact exact)) {
            return Optional.empty();
        }
        BigDecimal difference = computed.subtract(exact.number().setScale(measure.decimals(), RoundingMode.HALF_UP));
        if (difference.signum() == 0) {
            return Optional.empty();
        }
        String unit = measure.unit().symbol();
        String text = measure.name() + "：测算值 " + computed.toPlainString() + unit + "，填报值 "
                + declared.operand().value() + unit + "，相差 " + difference.abs().toPlainString() + unit;
        String id = indicator.id() + "." + measure.id() + ".declared";
        return Optional.of(new Finding(id, measure.id(), "ratio", Severity.WARNING, text, operands));
    }

    /** All inputs are there, yet the expression has no value. */
    static Finding notComputable(Indicator indicator, String rule, String name, String reason, List<Operand> operands) {
        String id = indicator.id() + "." + rule + ".not-computable";
        return new Finding(id, rule, "range", Severity.WARNING, name + "：无法测算，" + reason, operands);
    }

    /** A supervisor sent the item back. */
    static Finding returned(Indicator indicator, String name, Value value) {
        String item = value.operand().figure();
        return new Finding(
                indicator.id() + "." + item + ".returned",
                item,
                "returned",
                Severity.WARNING,
                name + "：已退回，待填报单位更正",
                List.of(value.operand()));
    }

    /** A rule with the effect VERIFY or NOTE does not hold. */
    static Finding broken(Indicator indicator, RuleSpec rule, String text, List<Operand> operands) {
        Severity severity = rule.effect() == RuleSpec.Effect.NOTE ? Severity.INFO : Severity.WARNING;
        return new Finding(indicator.id() + "." + rule.id(), rule.id(), rule.check(), severity, text, operands);
    }

    /** The rule's text with the values of its placeholders; units are the text's own. */
    static String filled(String text, Values values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(values.of(found.group(1).trim())
                                .map(v -> v.operand().value())
                                .orElse(ABSENT)));
    }
}
