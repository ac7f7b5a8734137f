package org.dutyledger.submission.domain.policy;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.text.AroundNumber;
import org.dutyledger.indicators.text.Punctuation;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.item.ItemRequest.Type;
import org.dutyledger.submission.framework.Catalogue.Placeholder;
import org.jspecify.annotations.Nullable;

/** Policies about texts. */
final class TextPolicies {
    static final int MAX_FACT = 2000;
    static final int MAX_REMARK = 1000;
    // possessive: what was read is never given back, so a megabyte of blanks is read once and not squared
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ *+([^{}\\s]*+) *+}}");
    private static final Pattern BRACE = Pattern.compile("[{}｛｝]+");
    private static final int MOST_NAMED = 10;
    private static final Pattern DIGITS = Pattern.compile(AroundNumber.DIGIT + "[\\p{N}.,]*");

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

    /** A claim is compared as a word: one with a full stop behind it would be judged as another answer. */
    static @Nullable Refusal word(Ask ask) {
        FigureSpec figure = ask.figure();
        String text = ask.request().text();
        if (!isText(ask)
                || figure == null
                || text == null
                || text.isBlank()
                || figure.words().isEmpty()) {
            return null;
        }
        return figure.words().contains(text)
                ? null
                : ask.refuse(
                        RefusalCode.WORD_NOT_ALLOWED,
                        "'" + shorten(text) + "' is not an allowed answer; allowed are: "
                                + String.join(", ", figure.words()),
                        "“" + shorten(text) + "”不是可填的内容，可填：" + String.join("、", figure.words()));
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
        Set<String> found = new LinkedHashSet<>();
        Matcher digits = DIGITS.matcher(PLACEHOLDER.matcher(text).replaceAll(" "));
        while (found.size() < MOST_NAMED && digits.find()) {
            found.add(shorten(digits.group()));
        }
        if (found.isEmpty()) {
            return null;
        }
        return ask.refuse(
                RefusalCode.TYPED_NUMBER,
                "numbers are typed into the text: " + String.join(", ", found)
                        + "; submit each as a figure and write {{figure_id}}",
                "文字中直接写入了数字：" + String.join("、", found) + "；请作为数据项报送，并在文字中使用 {{数据项编号}}");
    }

    /**
     * One grammar: two braces, the id of a figure or measure, two braces, on one line. The report prints the number with its
     * unit; where the text gives the unit, it must be this one.
     */
    static @Nullable Refusal placeholders(Ask ask) {
        String text = ask.request().text();
        if (!ask.request().is(Type.NARRATIVE) || text == null) {
            return null;
        }
        for (String line : text.split("\n")) {
            Refusal refusal = placeholders(ask, line);
            if (refusal != null) {
                return refusal;
            }
        }
        Matcher brace = BRACE.matcher(PLACEHOLDER.matcher(text).replaceAll(""));
        return brace.find()
                ? unknown(ask, shorten(brace.group()), "; a placeholder is {{id}} on one line", "；占位符须写作同一行内的 {{编号}}")
                : null;
    }

    /** Looks at a line as the report prints it: a number as 0 with its unit, a fact as 《》. */
    private static @Nullable Refusal placeholders(Ask ask, String line) {
        String last = "";
        Matcher placeholder = PLACEHOLDER.matcher(line);
        Matcher next = PLACEHOLDER.matcher(line);
        int end = 0;
        int numberEnd = -1;
        while (placeholder.find()) {
            Placeholder named = ask.terms().catalogue().placeholder(placeholder.group(1));
            if (named == null) {
                return unknown(ask, placeholder);
            }
            String between = Punctuation.normalise(line.substring(end, placeholder.start()), end > 0, true);
            String before = between.isEmpty() ? last : between;
            end = placeholder.end();
            Unit unit = named.unit();
            if (unit == null) {
                last = "《》";
                continue;
            }
            if (!AroundNumber.mayFollow(before) || placeholder.start() == numberEnd) {
                return joined(ask, placeholder.group());
            }
            boolean more = next.find(end);
            String behind = Punctuation.normalise(line.substring(end, more ? next.start() : line.length()), true, more);
            int said = named.lowerBound() && behind.startsWith("余") ? 1 : 0;
            String given = unit.givenBy(behind.substring(said)).orElse("");
            String rest = behind.substring(said + given.length());
            boolean fits = AroundNumber.mayPrecede(rest, unit == Unit.NONE);
            if (given.isEmpty() && (unit.contradicts(rest) || unit == Unit.NONE && !fits)) {
                return unit(ask, placeholder.group(), unit, behind);
            }
            if (!fits) {
                return joined(ask, placeholder.group());
            }
            numberEnd = end;
            last = "0" + unit.symbol();
        }
        return null;
    }

    private static Refusal unknown(Ask ask, Matcher placeholder) {
        String near = ask.terms().catalogue().nearestPlaceholder(placeholder.group(1));
        return unknown(
                ask,
                shorten(placeholder.group()),
                near == null ? "" : "; did you mean {{" + near + "}}?",
                near == null ? "" : "；是否为 {{" + near + "}}？");
    }

    /** The number and its unit are read together: 188700.00亿万元 is the error that the report of 2021 had. */
    private static Refusal unit(Ask ask, String placeholder, Unit unit, String behind) {
        String text = "'" + shorten(behind) + "'";
        return unit == Unit.NONE
                ? ask.refuse(
                        RefusalCode.PLACEHOLDER_UNIT,
                        shorten(placeholder) + " is a pure number, but " + text + " follows it",
                        "占位符 " + shorten(placeholder) + " 是无单位的数，其后不能是“" + shorten(behind) + "”")
                : ask.refuse(
                        RefusalCode.PLACEHOLDER_UNIT,
                        shorten(placeholder) + " is in '" + unit.symbol() + "', but " + text + " follows it",
                        "占位符 " + shorten(placeholder) + " 的计量单位是“" + unit.symbol() + "”，其后不能是“" + shorten(behind)
                                + "”");
    }

    private static Refusal joined(Ask ask, String placeholder) {
        return ask.refuse(
                RefusalCode.PLACEHOLDER_JOINED,
                shorten(placeholder)
                        + " is directly beside a sign, letter or numeral, with which it would be read as"
                        + " one number; write a Chinese word or punctuation between them",
                "占位符 " + shorten(placeholder) + " 紧邻符号、字母或数词，会被连读成一个数；请在其间写明文字或标点");
    }

    private static Refusal unknown(Ask ask, String what, String hint, String hintZh) {
        return ask.refuse(
                RefusalCode.UNKNOWN_PLACEHOLDER,
                what + " names no figure or measure of the framework" + hint,
                "占位符 " + what + " 不是本指标体系的数据项或测算值" + hintZh);
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
