package org.dutyledger.indicators.text;

import java.util.regex.Pattern;

/** Knows how a reader takes the text directly around a printed number. */
public final class AroundNumber {
    /** Digits of any script, ①, ½ and Ⅳ; 〇 is a Chinese character like 一. */
    public static final String DIGIT = "[\\p{N}&&[^〇]]";

    private static final Pattern INVISIBLE_FIRST = Pattern.compile("^[^\\p{L}\\p{N}\\p{P}\\p{S}]+");
    private static final Pattern INVISIBLE_LAST = Pattern.compile("[^\\p{L}\\p{N}\\p{P}\\p{S}]+$");
    // signs and decimal points; a dash (—) and the signs of ranges and ratios (～ ： /) separate two numbers
    private static final Pattern JOINING = Pattern.compile("[-‐‑‒–−－﹣+＋±.．]$");

    private AroundNumber() {}

    /**
     * Whether a number directly behind this text reads as a part of another number: -18, .18, 1218.
     *
     * @param before the text between the number and what was printed before it on the same line
     * @param afterNumber whether a number was printed before {@code before}
     */
    public static boolean joins(String before, boolean afterNumber) {
        String visible = INVISIBLE_LAST.matcher(before).replaceFirst("");
        return visible.isEmpty() ? afterNumber : JOINING.matcher(visible).find();
    }

    /** The text behind a number, from its first visible character. */
    public static String visible(String behind) {
        return INVISIBLE_FIRST.matcher(behind).replaceFirst("");
    }
}
