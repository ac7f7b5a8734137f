package org.dutyledger.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Operand;
import org.dutyledger.events.IndicatorEvaluated.Severity;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.Range;
import org.dutyledger.indicators.Unit;

/** Numbers that are not usual for a county, with the number that was probably meant: most were given in another unit. */
final class Plausibility {
    /** What is often given instead of the unit asked for, and the power of ten between them. */
    private static final Map<Unit, List<Slip>> SLIPS = Map.of(
            Unit.YI_YUAN, List.of(new Slip("万元", -4), new Slip("元", -8)),
            Unit.WAN_YUAN, List.of(new Slip("元", -4), new Slip("亿元", 4)),
            Unit.YUAN, List.of(new Slip("万元", 4)),
            Unit.YUAN_PER_STUDENT_YEAR, List.of(new Slip("万元", 4)),
            Unit.PERCENT, List.of(new Slip("小数", 2)),
            Unit.PERSON, List.of(new Slip("万人", 4)),
            Unit.PERSON_TIME, List.of(new Slip("万人次", 4)));

    private Plausibility() {}

    private record Slip(String given, int power) {}

    /** A finding for a number outside of what the framework gives as usual; none for a text. */
    static Optional<Finding> finding(Indicator indicator, FigureSpec figure, Item item) {
        Range usual = figure.plausible();
        BigDecimal value = item.value();
        if (value == null || usual.contains(value)) {
            return Optional.empty();
        }
        Operand given = Values.operand(item);
        String unit = figure.unit().symbol();
        String text = figure.name() + "：填报值" + Findings.shown(given) + unit + "，通常" + shown(usual, unit)
                + meant(figure, value).orElse("，请核对单位和数值");
        return Optional.of(finding(indicator, figure, "implausible", text, List.of(given)));
    }

    /**
     * A finding for a computed figure outside of what is usual. The growth over the year before compares a figure with its
     * base year: either of them may be usual alone.
     */
    static Optional<Finding> ofComputed(
            Indicator indicator, FigureSpec figure, Operand computed, List<Operand> inputs) {
        Range usual = figure.plausible();
        if (usual.contains(new BigDecimal(computed.value()))) {
            return Optional.empty();
        }
        String unit = figure.unit().symbol();
        String text =
                figure.name() + "：测算值" + Findings.shown(computed) + unit + "，通常" + shown(usual, unit) + "，请核对测算依据的各项数据";
        return Optional.of(finding(indicator, figure, "computed-implausible", text, inputs));
    }

    private static Finding finding(
            Indicator indicator, FigureSpec figure, String kind, String text, List<Operand> operands) {
        String id = indicator.id() + "." + figure.id() + "." + kind;
        return new Finding(id, figure.id(), "range", Severity.WARNING, text, operands);
    }

    private static String shown(Range usual, String unit) {
        BigDecimal min = usual.min();
        BigDecimal max = usual.max();
        if (min != null && max != null) {
            return "在" + plain(min) + "至" + plain(max) + unit + "之间";
        }
        return min != null ? "不低于" + plain(min) + unit : "不超过" + plain(Objects.requireNonNull(max)) + unit;
    }

    private static Optional<String> meant(FigureSpec figure, BigDecimal value) {
        for (Slip slip : SLIPS.getOrDefault(figure.unit(), List.of())) {
            BigDecimal converted = value.scaleByPowerOfTen(slip.power());
            if (figure.plausible().contains(converted)) {
                return Optional.of("，请核对是否按" + slip.given() + "填报（如是，应为" + plain(converted)
                        + figure.unit().symbol() + "）");
            }
        }
        return Optional.empty();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
