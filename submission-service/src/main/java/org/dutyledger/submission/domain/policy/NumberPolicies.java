package org.dutyledger.submission.domain.policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Unit;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Policies about numbers and their units. */
final class NumberPolicies {
    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern MAGNITUDES = Pattern.compile("[十百千万亿兆]{2,}.*");

    private NumberPolicies() {}

    /** The exact number, or null when the text is not a plain decimal of limited length. */
    static @Nullable BigDecimal parse(@Nullable String text) {
        // length first: an exponent bomb or a megabyte of digits is never handed to BigDecimal
        return text != null
                        && text.length() <= FigureSet.LONGEST_NUMBER
                        && PLAIN.matcher(text).matches()
                ? new BigDecimal(text)
                : null;
    }

    static @Nullable Refusal unit(ItemContext context) {
        if (!context.isNumber()) {
            return null;
        }
        Unit expected = context.number().unit();
        String asked = Optional.ofNullable(context.request().unit()).orElse("");
        if (asked.equals(expected.symbol())) {
            return null;
        }
        String symbol = expected == Unit.NONE ? "none (无单位)" : "'" + expected.symbol() + "'";
        String symbolZh = expected == Unit.NONE ? "不带单位" : "单位应为“" + expected.symbol() + "”";
        if (asked.isEmpty()) {
            return context.refuse(
                    RefusalCode.UNIT_NOT_ALLOWED, "the unit is missing; expected " + symbol, "缺少单位，" + symbolZh);
        }
        String shown = TextPolicies.shorten(asked);
        if (MAGNITUDES.matcher(asked).matches()) {
            return context.refuse(
                    RefusalCode.UNIT_NOT_ALLOWED,
                    "'" + shown + "' is a compound of magnitudes, not a unit; convert the number and use " + symbol,
                    "“" + shown + "”是数量级的叠加，不是规范单位；请换算后报送，" + symbolZh);
        }
        return context.refuse(
                RefusalCode.UNIT_NOT_ALLOWED,
                "the unit '" + shown + "' is not allowed here; expected " + symbol,
                "单位“" + shown + "”不正确，" + symbolZh);
    }

    static @Nullable Refusal plain(ItemContext context) {
        String text = context.request().value();
        if (!context.isNumber() || parse(text) != null || isTooLong(text)) {
            return null;
        }
        String shown = text == null ? "" : TextPolicies.shorten(text);
        return context.refuse(
                RefusalCode.NOT_A_NUMBER,
                "'" + shown + "' is not a plain decimal number such as 18.87"
                        + " (no exponent, no thousands separator, no NaN)",
                "“" + shown + "”不是规范的数字；请填写如 18.87 的数字，不用科学计数法和千分位");
    }

    static @Nullable Refusal range(ItemContext context) {
        if (!context.isNumber()) {
            return null;
        }
        String text = context.request().value();
        BigDecimal value = parse(text);
        if (isTooLong(text) || (value != null && isTooLongWhenStored(value, context.number()))) {
            return context.refuse(
                    RefusalCode.OUT_OF_RANGE,
                    "the number has more than " + FigureSet.LONGEST_NUMBER + " characters",
                    "数字超过 " + FigureSet.LONGEST_NUMBER + " 个字符");
        }
        FigureSpec figure = context.number();
        BigDecimal min = figure.allowed().min();
        BigDecimal max = figure.allowed().max();
        if (value == null) {
            return null;
        }
        if (min != null && figure.isTooSmall(value)) {
            return outside(context, "at least " + min.toPlainString(), "不得小于 " + min.toPlainString());
        }
        if (max != null && figure.isTooLarge(value)) {
            return outside(context, "at most " + max.toPlainString(), "不得大于 " + max.toPlainString());
        }
        return null;
    }

    static @Nullable Refusal decimals(ItemContext context) {
        if (!context.isNumber()) {
            return null;
        }
        BigDecimal value = parse(context.request().value());
        int decimals = context.number().decimals();
        if (value == null || significantDecimals(value) <= decimals) {
            return null;
        }
        int given = significantDecimals(value);
        return context.refuse(
                RefusalCode.TOO_MANY_DECIMALS,
                "this figure is kept with " + decimals + " decimals; the number has " + given,
                "该数据项保留 " + decimals + " 位小数，报送值有 " + given + " 位");
    }

    /** Decimals without the zeros at the end: 184.0 is 184, as spreadsheets write it. */
    static int significantDecimals(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    /** Overlong is out of range only if it would be a number at all. */
    private static boolean isTooLong(@Nullable String text) {
        return text != null
                && text.length() > FigureSet.LONGEST_NUMBER
                && PLAIN.matcher(text).matches();
    }

    /** It is stored with all decimals of the figure. */
    private static boolean isTooLongWhenStored(BigDecimal value, FigureSpec figure) {
        int decimals = Math.max(value.scale(), figure.decimals());
        return value.setScale(decimals).toPlainString().length() > FigureSet.LONGEST_NUMBER;
    }

    private static Refusal outside(ItemContext context, String bound, String boundZh) {
        return context.refuse(RefusalCode.OUT_OF_RANGE, "this figure is " + bound, "该数据项" + boundZh);
    }
}
