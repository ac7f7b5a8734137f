package org.dutyledger.submission.domain.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dutyledger.document.record.Forms;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.item.NarrativeText;
import org.dutyledger.indicators.item.NarrativeText.Fault;
import org.dutyledger.indicators.text.CalendarDate;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.item.ItemRequest.Type;
import org.jspecify.annotations.Nullable;

/** Policies about texts. */
final class TextPolicies {
    private static final int MOST_NAMED = 10;

    private TextPolicies() {}

    static @Nullable Refusal text(ItemContext context) {
        if (!isText(context)) {
            return null;
        }
        String text = context.request().text();
        if (text == null || text.isBlank()) {
            return context.refuse(RefusalCode.TEXT_REQUIRED, "the text is missing or blank", "缺少文字内容");
        }
        int max = longest(context);
        int length = text.codePointCount(0, text.length());
        return length > max
                ? context.refuse(
                        RefusalCode.TEXT_TOO_LONG,
                        "the text has " + length + " characters; at most " + max + " are allowed",
                        "文字共 " + length + " 字，最多 " + max + " 字")
                : null;
    }

    /** A claim is compared as a word: one followed by a full stop would count as another answer. */
    static @Nullable Refusal word(ItemContext context) {
        FigureSpec figure = context.figure();
        String text = context.request().text();
        if (!isText(context)
                || figure == null
                || text == null
                || text.isBlank()
                || figure.words().isEmpty()) {
            return null;
        }
        return figure.words().contains(text)
                ? null
                : context.refuse(
                        RefusalCode.WORD_NOT_ALLOWED,
                        "'" + shorten(text) + "' is not an allowed answer; allowed are: "
                                + String.join(", ", figure.words()),
                        "“" + shorten(text) + "”不是可填的内容，可填：" + String.join("、", figure.words()));
    }

    static @Nullable Refusal oneLine(ItemContext context) {
        String text = context.request().text();
        return text == null || context.figure() == null || !isText(context) || Forms.isOneLine(text)
                ? null
                : context.refuse(
                        RefusalCode.INVALID_FIELD,
                        "a fact is one line; write it without a line break",
                        "该项须为一行文字，请删去换行");
    }

    static @Nullable Refusal date(ItemContext context) {
        FigureSpec figure = context.figure();
        String text = context.request().text();
        if (!isText(context)
                || figure == null
                || text == null
                || text.isBlank()
                || !figure.date()
                || CalendarDate.is(text)) {
            return null;
        }
        return context.refuse(
                RefusalCode.NOT_A_DATE,
                "'" + shorten(text) + "' is not a date of the calendar such as 2021年, 2021年6月 or 2021年6月3日",
                "“" + shorten(text) + "”不是有效日期，应写作2021年、2021年6月或2021年6月3日");
    }

    static @Nullable Refusal remarks(ItemContext context) {
        return !Forms.isRemark(context.request().note())
                        || !Forms.isRemark(context.request().reason())
                ? context.refuse(
                        RefusalCode.TEXT_TOO_LONG,
                        "note and reason have at most " + Forms.LONGEST_REMARK + " characters",
                        "备注和理由最多 " + Forms.LONGEST_REMARK + " 字")
                : null;
    }

    private static int longest(ItemContext context) {
        NarrativeSlot slot = context.slot();
        return slot == null ? Forms.LONGEST_FACT : slot.maxLength();
    }

    /** A text that is too long is not searched. */
    static @Nullable Refusal typedNumber(ItemContext context) {
        String text = context.request().text();
        if (!context.request().is(Type.NARRATIVE)
                || text == null
                || text.codePointCount(0, text.length()) > longest(context)) {
            return null;
        }
        List<String> found = NarrativeText.typedNumbers(text, MOST_NAMED).stream()
                .map(TextPolicies::shorten)
                .distinct()
                .toList();
        return found.isEmpty()
                ? null
                : context.refuse(
                        RefusalCode.TYPED_NUMBER,
                        "numbers are typed into the text: " + String.join(", ", found)
                                + "; submit each as a figure and write {{figure_id}}. Dates, document numbers, ordinals, titles in"
                                + " 《》 and limits such as 不少于1小时 may be typed; small counts are spelled: 三个方面",
                        "文字中直接写入了数字：" + String.join("、", found)
                                + "；统计数据请作为数据项报送，并在文字中使用 {{数据项编号}}。日期、文号、届次、书名号内的名称和“不少于1小时”一类的要求可以直接写；“3个方面”一类请写作“三个方面”");
    }

    static @Nullable Refusal placeholders(ItemContext context) {
        String text = context.request().text();
        if (!context.request().is(Type.NARRATIVE) || text == null) {
            return null;
        }
        return NarrativeText.fault(text, context.terms().catalogue().index())
                .map(fault -> refusal(context, fault))
                .orElse(null);
    }

    private static Refusal refusal(ItemContext context, Fault fault) {
        return switch (fault.kind()) {
            case UNKNOWN -> unknown(context, fault);
            case GRAMMAR ->
                unknown(
                        context,
                        shorten(fault.written()),
                        "; a placeholder is {{id}} on one line",
                        "；占位符须写作同一行内的 {{编号}}");
            case UNIT -> unit(context, fault.written(), requireNonNull(fault.unit()), fault.behind());
            case JOINED -> joined(context, fault.written());
        };
    }

    private static Refusal unknown(ItemContext context, Fault fault) {
        String near = context.terms().catalogue().nearestPlaceholder(fault.id());
        return unknown(
                context,
                shorten(fault.written()),
                near == null ? "" : "; did you mean {{" + near + "}}?",
                near == null ? "" : "；是否为 {{" + near + "}}？");
    }

    /** The number and its unit are read together: 188700.00亿万元 is the error that the report of 2021 had. */
    private static Refusal unit(ItemContext context, String placeholder, Unit unit, String behind) {
        String text = "'" + shorten(behind) + "'";
        return unit == Unit.NONE
                ? context.refuse(
                        RefusalCode.PLACEHOLDER_UNIT,
                        shorten(placeholder) + " is a pure number, but " + text + " follows it",
                        "占位符 " + shorten(placeholder) + " 是无单位的数，其后不能是“" + shorten(behind) + "”")
                : context.refuse(
                        RefusalCode.PLACEHOLDER_UNIT,
                        shorten(placeholder) + " is in '" + unit.symbol() + "', but " + text + " follows it",
                        "占位符 " + shorten(placeholder) + " 的计量单位是“" + unit.symbol() + "”，其后不能是“" + shorten(behind)
                                + "”");
    }

    private static Refusal joined(ItemContext context, String placeholder) {
        return context.refuse(
                RefusalCode.PLACEHOLDER_JOINED,
                shorten(placeholder)
                        + " is directly beside a sign, letter or numeral, with which it would be read as"
                        + " one number; write a Chinese word or punctuation between them",
                "占位符 " + shorten(placeholder) + " 紧邻符号、字母或数词，会被连读成一个数；请在其间写明文字或标点");
    }

    private static Refusal unknown(ItemContext context, String what, String hint, String hintZh) {
        return context.refuse(
                RefusalCode.UNKNOWN_PLACEHOLDER,
                what + " names no figure or measure of the framework" + hint,
                "占位符 " + what + " 不是本指标体系的数据项或测算值" + hintZh);
    }

    private static boolean isText(ItemContext context) {
        return context.request().is(Type.FACT) || context.request().is(Type.NARRATIVE);
    }

    /** The part of the input that a refusal quotes: a megabyte is never echoed. */
    static String shorten(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
