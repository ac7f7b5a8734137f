package org.dutyledger.indicators.text;

import java.util.regex.Pattern;

/**
 * Defines what may be printed directly beside a number, so that it reads as this number in its own unit: the edge of
 * the line, Chinese punctuation, or a Chinese character that is neither numeral nor magnitude. Anything else could
 * become a part of the number or give it another unit.
 */
public final class AroundNumber {
    /** Digits of any script, ①, ½ and Ⅳ; 〇 is a Chinese character like 一. */
    public static final String DIGIT = "[\\p{N}&&[^〇]]";

    private static final String PUNCTUATION = "，。；：、！？（）《》〈〉“”‘’—…【】〔〕～";
    private static final String MAGNITUDES = "十百千万亿兆拾佰仟萬億";
    private static final String NUMERALS = "〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖" + MAGNITUDES;
    private static final String HAN = "[\\u3400-\\u4db5\\u4e00-\\u9fef]";
    private static final Pattern BEFORE = Pattern.compile("[" + PUNCTUATION + "]|(?![" + NUMERALS + "负第])" + HAN);
    /** Text that would make the number a part of another one: 百分之, 三点, 三百余. */
    private static final Pattern BEGUN = Pattern.compile("分之|[" + NUMERALS + "][点余多]");

    private static final Pattern BEHIND =
            Pattern.compile("[" + PUNCTUATION + "]|(?![" + MAGNITUDES + "余多]|分之|之一)" + HAN);
    private static final Pattern BEHIND_PURE = Pattern.compile("[，。；、！？）》〉”’…】〕]|[和与及或的]");

    private AroundNumber() {}

    /** Whether a number may be printed after this text, which is empty at the beginning of a line. */
    public static boolean mayFollow(String before) {
        // the last two characters decide: a text of a million placeholders is not read a million times
        int end = before.length();
        return before.isEmpty()
                || BEFORE.matcher(before).region(end - 1, end).matches()
                        && !BEGUN.matcher(before)
                                .region(Math.max(0, end - 2), end)
                                .matches();
    }

    /**
     * Whether this text may be printed after a number and its unit.
     *
     * @param pure whether the number has no unit
     */
    public static boolean mayPrecede(String behind, boolean pure) {
        return behind.isEmpty() || (pure ? BEHIND_PURE : BEHIND).matcher(behind).lookingAt();
    }
}
