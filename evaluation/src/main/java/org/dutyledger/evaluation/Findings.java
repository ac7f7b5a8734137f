package org.dutyledger.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dutyledger.events.IndicatorEvaluated.Bound;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Operand;
import org.dutyledger.events.IndicatorEvaluated.Severity;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.RuleSpec;

/** Words the problems of an indicator. An id is made of the indicator, the rule or figure, and the kind of problem. */
final class Findings {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z0-9_]+)}}");

    private Findings() {}

    /**
     * The submitter's value of a figure that the system computes differs from the computed one, as that is printed; of a
     * bound, it is on the other side.
     */
    static Optional<Finding> declaredDiffers(
            Indicator indicator, MeasureSpec measure, Operand computed, Operand declared, BigDecimal number) {
        BigDecimal printed = new BigDecimal(computed.value());
        BigDecimal difference = printed.subtract(number.setScale(printed.scale(), RoundingMode.HALF_UP));
        boolean agrees = computed.bound() == null
                ? difference.signum() == 0
                : computed.bound() == Bound.AT_LEAST ? difference.signum() <= 0 : difference.signum() >= 0;
        if (agrees) {
            return Optional.empty();
        }
        String unit = measure.unit().symbol();
        String text = measure.name() + "：测算值 " + shown(computed) + unit + "，填报值 " + declared.value() + unit
                + (computed.bound() == null ? "，相差 " : "，至少相差 ")
                + difference.abs().toPlainString() + unit;
        String id = indicator.id() + "." + measure.id() + ".declared";
        return Optional.of(new Finding(id, measure.id(), "ratio", Severity.WARNING, text, List.of(computed, declared)));
    }

    /** The submitter gave a value for a figure that does not apply. */
    static Finding declaredInapplicable(Indicator indicator, MeasureSpec measure, Operand declared) {
        String text = measure.name() + "：不适用，填报值为 " + declared.value() + declared.unit() + "，请核对";
        String id = indicator.id() + "." + measure.id() + ".declared";
        return new Finding(id, measure.id(), "ratio", Severity.WARNING, text, List.of(declared));
    }

    /** All inputs of a measure are there, yet it has no value. */
    static Finding notComputable(Indicator indicator, MeasureSpec measure, String reason, List<Operand> operands) {
        String id = indicator.id() + "." + measure.id() + ".not-computable";
        String text = measure.name() + "：无法测算，" + reason;
        return new Finding(id, measure.id(), "range", Severity.WARNING, text, operands);
    }

    /** All inputs of a rule are there, yet it cannot be decided. */
    static Finding undecided(Indicator indicator, RuleSpec rule, String text, List<Operand> operands) {
        String id = indicator.id() + "." + rule.id() + ".undecided";
        return new Finding(id, rule.id(), "range", severity(rule), text, operands);
    }

    /** A supervisor returned the item of these organisations; until they put it right it is missing. */
    static Finding returned(Indicator indicator, String item, String name, List<Operand> operands) {
        return new Finding(
                indicator.id() + "." + item + ".returned",
                item,
                "returned",
                Severity.WARNING,
                name + "：已退回，待填报单位更正",
                operands);
    }

    /** Several organisations gave the item, and not the same: the one set last is used until one of them is withdrawn or returned. */
    static Finding contested(Indicator indicator, String item, String name, List<Operand> operands) {
        String values = operands.stream()
                .filter(o -> !o.unit().isEmpty())
                .map(o -> shown(o) + o.unit())
                .collect(Collectors.joining("、"));
        return new Finding(
                indicator.id() + "." + item + ".contested",
                item,
                "contested",
                Severity.WARNING,
                name + "：" + operands.size() + "个单位填报的内容不一致" + (values.isEmpty() ? "" : "（" + values + "）")
                        + "，须核实以哪个为准",
                operands);
    }

    /** A rule with the effect VERIFY or NOTE does not hold. */
    static Finding broken(Indicator indicator, RuleSpec rule, String text, List<Operand> operands) {
        return new Finding(indicator.id() + "." + rule.id(), rule.id(), rule.check(), severity(rule), text, operands);
    }

    /** A text with the values of its placeholders; units are the text's own. */
    static String filled(String text, List<Operand> operands) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(operands.stream()
                        .filter(o -> o.figure().equals(found.group(1)))
                        .map(Findings::shown)
                        .findFirst()
                        .orElse(found.group())));
    }

    /** A value as texts print it: 86.8, 至少20, 至多86.8. */
    static String shown(Operand operand) {
        return Bound.prefix(operand.bound()) + operand.value();
    }

    private static Severity severity(RuleSpec rule) {
        return rule.effect() == RuleSpec.Effect.NOTE ? Severity.INFO : Severity.WARNING;
    }
}
