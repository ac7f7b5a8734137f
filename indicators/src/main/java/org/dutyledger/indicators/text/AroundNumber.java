package org.dutyledger.indicators.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.dutyledger.indicators.Unit;

/**
 * Defines what may be printed directly beside a number, so that it reads as this number in its own unit: the edge of
 * the line, Chinese punctuation, or a Chinese character that is neither numeral nor magnitude. Anything else could
 * become a part of the number or give it another unit.
 */
public final class AroundNumber {
    /** Digits of any script, ①, ½ and Ⅳ; 〇 is a Chinese character like 一. */
    public static final String DIGIT = "[\\p{N}&&[^〇]]";

    private static final String PUNCTUATION = "，。；：、！？（）《》〈〉“”‘’…【】〔〕";
    private static final String MAGNITUDES = "十百千万亿兆拾佰仟萬億";
    private static final String NUMERALS = "〇○零一二三四五六七八九两壹贰叁肆伍陆柒捌玖廿卅" + MAGNITUDES;
    private static final String HAN = "[\\u3400-\\u4db5\\u4e00-\\u9fef]";
    /** From one number to another; behind a word it would be read as a minus. */
    private static final Set<String> BETWEEN = Set.of("—", "～");

    private static final Pattern BEFORE = Pattern.compile("[" + PUNCTUATION + "]|——|(?![" + NUMERALS + "负第])" + HAN);
    /** What a number would be a part of: 百分之, 三点, 三百余. */
    private static final Pattern BEGUN = Pattern.compile("分之|[" + NUMERALS + "][点余多]");

    private static final Pattern BEHIND =
            Pattern.compile("[" + PUNCTUATION + "—～]|(?![" + MAGNITUDES + "余多月点]|分之|之一|民币|百分|小时|工作日|学时|课时)" + HAN);
    /** Behind a bracket or quotation mark that closes a unit may follow as well: （0.35）亿元. */
    private static final Pattern BEHIND_PURE = Pattern.compile("(?:[）》〉”’】〕]+(?:$|[，。；：、！？…—和与及或])|[，。；、！？…和与及或的])");

    private static final String OPENING = "（《〈“‘【〔";
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:" + DIGIT + "|[" + NUMERALS + "])$");
    private static final Pattern BEGINS_WITH_A_NUMBER = Pattern.compile(DIGIT + "|[" + NUMERALS + "余多%％‰]");

    private AroundNumber() {}

    /** Whether a number may be printed after this text, which is empty at the beginning of a line. */
    public static boolean mayFollow(String before) {
        // the last two characters decide: a text of a million placeholders is not read a million times
        int end = before.length();
        boolean apart = before.isEmpty()
                || BETWEEN.contains(before)
                || BEFORE.matcher(before).region(end - 1, end).matches()
                || BEFORE.matcher(before).region(Math.max(0, end - 2), end).matches();
        return apart && !isBegun(before);
    }

    /** Whether what is printed behind a fact would be read as a part of a number at its end, or as its unit; 年 makes it a date. */
    public static boolean isJoined(String fact, String behind) {
        return ENDS_IN_A_NUMBER.matcher(fact).find()
                && (BEGINS_WITH_A_NUMBER.matcher(behind).lookingAt()
                        || Unit.begins(behind) && !behind.startsWith(Unit.YEAR.symbol()));
    }

    private static boolean isBegun(String before) {
        int end = before.length();
        while (end > 0 && OPENING.indexOf(before.charAt(end - 1)) >= 0) {
            end--;
        }
        return BEGUN.matcher(before).region(Math.max(0, end - 2), end).matches();
    }

    /**
     * Whether this text may be printed after a number and its unit.
     *
     * @param behind up to the end of the line or a mark for what is printed next, such as {@link TypedNumbers#PLACEHOLDER}
     * @param pure whether the number has no unit
     */
    public static boolean mayPrecede(String behind, boolean pure) {
        return behind.isEmpty() || (pure ? BEHIND_PURE : BEHIND).matcher(behind).lookingAt();
    }
}
