package org.dutyledger.indicators.text;

import java.util.regex.Pattern;

/** Knows how a reader takes the text directly around a printed number. */
public final class AroundNumber {
    /** Digits of any script, ①, ½ and Ⅳ; 〇 is a Chinese character like 一. */
    public static final String DIGIT = "[\\p{N}&&[^〇]]";

    private static final Pattern INVISIBLE_FIRST = Pattern.compile("^[^\\p{L}\\p{N}\\p{P}\\p{S}]+");
    private static final Pattern INVISIBLE_LAST = Pattern.compile("[^\\p{L}\\p{N}\\p{P}\\p{S}]+$");
    private static final String SIGN = "-‐‑‒–−－﹣+＋±";
    // a dash (—) and the signs of lists, ranges and ratios (、，～ ： /) separate two numbers
    private static final Pattern OPEN_END = Pattern.compile("(" + DIGIT + "[,'‘’‚٫٬·‧・⋅]?|[" + SIGN + ".．])$");
    private static final Pattern NUMBER_FIRST = Pattern.compile("^(" + DIGIT + "|[" + SIGN + ".．])");

    private AroundNumber() {}

    /**
     * Whether two texts, printed one directly behind the other, read as one number: -18, .18, 1218.
     *
     * @param printed all of the line before
     * @param next what follows
     */
    public static boolean joins(String printed, String next) {
        return NUMBER_FIRST.matcher(visible(next)).find()
                && OPEN_END.matcher(INVISIBLE_LAST.matcher(printed).replaceFirst(""))
                        .find();
    }

    /** The text behind a number, from its first visible character. */
    public static String visible(String behind) {
        return INVISIBLE_FIRST.matcher(behind).replaceFirst("");
    }
}
