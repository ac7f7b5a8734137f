package org.dutyledger.submission.domain.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.item.ItemRequest.Type;
import org.jspecify.annotations.Nullable;

/** Policies about texts. */
final class TextPolicies {
    static final int MAX_FACT = 2000;
    static final int MAX_REMARK = 1000;
    // possessive: what was read is never given back, so a megabyte of blanks is read once and not squared
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*+([^{}\\s]*+)\\s*+}}");
    // ①, ½ and Ⅳ are numbers too; 〇 is a Chinese character like 一
    private static final Pattern DIGITS = Pattern.compile("[\\p{N}&&[^〇]][\\p{N}.,]*");

    private TextPolicies() {}

    static @Nullable Refusal text(Ask ask) {
        if (!isText(ask)) {
            return null;
        }
        String text = ask.request().text();
        if (text == null || text.isBlank()) {
            return ask.refuse(RefusalCode.TEXT_REQUIRED, "the text is missing or blank", "缺少文字内容");
        }
        NarrativeSlot slot = ask.slot();
        int max = slot == null ? MAX_FACT : slot.maxLength();
        int length = text.codePointCount(0, text.length());
        return length > max
                ? ask.refuse(
                        RefusalCode.TEXT_TOO_LONG,
                        "the text has " + length + " characters; at most " + max + " are allowed",
                        "文字共 " + length + " 字，最多 " + max + " 字")
                : null;
    }

    static @Nullable Refusal remarks(Ask ask) {
        return isLong(ask.request().note()) || isLong(ask.request().reason())
                ? ask.refuse(
                        RefusalCode.TEXT_TOO_LONG,
                        "note and reason have at most " + MAX_REMARK + " characters",
                        "备注和理由最多 " + MAX_REMARK + " 字")
                : null;
    }

    static @Nullable Refusal typedNumber(Ask ask) {
        String text = ask.request().text();
        if (!ask.request().is(Type.NARRATIVE) || text == null) {
            return null;
        }
        Matcher digits = DIGITS.matcher(PLACEHOLDER.matcher(text).replaceAll(" "));
        if (!digits.find()) {
            return null;
        }
        String found = shorten(digits.group());
        return ask.refuse(
                RefusalCode.TYPED_NUMBER,
                "the number " + found + " is typed into the text; submit it as a figure and write {{figure_id}}",
                "文字中直接写入了数字 " + found + "；请作为数据项报送，并在文字中使用 {{数据项编号}}");
    }

    static @Nullable Refusal placeholders(Ask ask) {
        String text = ask.request().text();
        if (!ask.request().is(Type.NARRATIVE) || text == null) {
            return null;
        }
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            if (!ask.terms().catalogue().isPlaceholder(placeholder.group(1))) {
                return unknown(ask, shorten(placeholder.group()));
            }
        }
        String rest = placeholder.replaceAll("");
        return rest.contains("{{") || rest.contains("}}") ? unknown(ask, "an unpaired {{ or }}") : null;
    }

    private static Refusal unknown(Ask ask, String what) {
        return ask.refuse(
                RefusalCode.UNKNOWN_PLACEHOLDER,
                what + " names no figure or measure of the framework",
                "占位符 " + what + " 不是本指标体系的数据项或测算值");
    }

    private static boolean isText(Ask ask) {
        return ask.request().is(Type.FACT) || ask.request().is(Type.NARRATIVE);
    }

    private static boolean isLong(@Nullable String text) {
        return text != null && text.length() > MAX_REMARK;
    }

    /** What a refusal quotes of the input: a megabyte is never echoed. */
    static String shorten(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
