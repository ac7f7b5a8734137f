package org.dutyledger.indicators.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.indicators.Unit;

/**
 * Defines what may be printed beside a number, so that it reads as this number in its own unit. Texts are those of a printed
 * line, in which {@link #NUMBER} and {@link #PURE} take the places of numbers and the texts of facts are as they are; a few
 * characters next to the number decide ({@link #end}, {@link #beginning}).
 */
public final class AroundNumber {
    /** Digits of any script, ①, ½ and Ⅳ; 〇 is a Chinese character like 一. */
    public static final String DIGIT = "[\\p{N}&&[^〇]]";
    /** Takes the place of a number with its unit. */
    public static final String NUMBER = TypedNumbers.PLACEHOLDER;
    /** Takes the place of a number without a unit. */
    public static final String PURE = "0";

    private static final int CONTEXT = 24;
    private static final Pattern BEFORE = ending("before");
    private static final Pattern BEGUN = ending("begun");
    private static final Pattern UNIT_BEFORE = ending("unit");
    private static final Pattern BEHIND = Pattern.compile(TextPatterns.of("behind"));
    private static final Pattern BEHIND_PURE = Pattern.compile(TextPatterns.of("pure"));
    private static final Pattern COUNTED = Pattern.compile(TextPatterns.of("counted"));
    private static final Pattern AMOUNT = Pattern.compile(TextPatterns.of("amount"));
    private static final Pattern JOINT = Pattern.compile(TextPatterns.of("joint"));
    private static final Pattern LAST_DIGIT = ending("last");
    private static final Pattern ENDS_IN_A_NUMBER = ending("ends");
    private static final Pattern BEGINS_WITH_A_NUMBER = Pattern.compile(TextPatterns.of("begins"));

    private AroundNumber() {}

    private static Pattern ending(String kind) {
        return Pattern.compile(TextPatterns.of(kind) + "$");
    }

    /** Of a line up to a place, the characters that decide; a line of a million numbers is not read a million times. */
    public static String end(CharSequence line, int to) {
        return line.subSequence(Math.max(0, to - CONTEXT), to).toString();
    }

    /** Of a line from a place on, the characters that decide. */
    public static String beginning(CharSequence line, int from) {
        return line.subSequence(from, Math.min(line.length(), from + CONTEXT)).toString();
    }

    /**
     * Whether a number may be printed after this text, which is empty at the beginning of a line.
     *
     * @param pure whether the number has no unit
     */
    public static boolean mayFollow(String before, boolean pure) {
        return before.isEmpty()
                || BEFORE.matcher(before).find()
                        && !BEGUN.matcher(before).find()
                        && !(pure && UNIT_BEFORE.matcher(before).find());
    }

    /** Whether this text may be printed after a number with a unit. */
    public static boolean mayPrecede(String behind, Unit unit) {
        return behind.isEmpty()
                || BEHIND.matcher(behind).lookingAt()
                        && !COUNTED.matcher(behind).lookingAt()
                        && !unit.isExtendedBy(behind);
    }

    /** Whether this text may be printed after a number without a unit. */
    public static boolean mayPrecedePure(String behind) {
        return behind.isEmpty()
                || BEHIND_PURE.matcher(behind).lookingAt()
                        && !COUNTED.matcher(behind).lookingAt()
                        && !AMOUNT.matcher(behind).lookingAt();
    }

    /** Whether a fact would be read as one number with the text before it: 三百 and 五十七人. */
    public static boolean isContinuedBy(String before, String fact) {
        return ENDS_IN_A_NUMBER.matcher(before).find()
                && BEGINS_WITH_A_NUMBER.matcher(fact).lookingAt();
    }

    /** Whether a fact ends in a number that the text behind it would continue or give a unit: 18870 and 册. */
    public static boolean isCounted(String fact, String behind) {
        Matcher last = LAST_DIGIT.matcher(fact);
        if (last.find()) {
            String closed = last.group(1);
            return COUNTED.matcher(closed + behind).lookingAt()
                    || closed.isEmpty()
                            && !JOINT.matcher(fact + NUMBER + behind).find();
        }
        return ENDS_IN_A_NUMBER.matcher(fact).find()
                && (BEGINS_WITH_A_NUMBER.matcher(behind).lookingAt()
                        || Unit.begins(behind) && !behind.startsWith(Unit.YEAR.symbol()));
    }
}
