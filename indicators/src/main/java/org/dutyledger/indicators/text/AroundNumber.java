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
    private static final String NUMERALS = "〇○零一二三四五六七八九两壹贰叁肆伍陆柒捌玖廿卅卌仨俩貳參陸" + MAGNITUDES;
    private static final String HAN = "[\\u3400-\\u4db5\\u4e00-\\u9fef]";
    private static final String OPENING = "（《〈“‘【〔";
    private static final String CLOSING = "）》〉”’】〕";
    /** What the number before it counts or measures, beyond the units of figures. */
    private static final String MEASURES = "元人名位所次个册台间亩辆座套件项条份对张倍户班吨米";
    /** From one number to another; behind a word it would be read as a minus. */
    private static final Set<String> BETWEEN = Set.of("—", "～");

    private static final Pattern BEFORE =
            Pattern.compile("(?:[" + PUNCTUATION + "]|——|(?![" + NUMERALS + "负第])" + HAN + ")$");
    /** What a number would be a part of, also behind brackets and quotation marks: 三百, 三点, 三百余, 第, 负. */
    private static final Pattern BEGUN =
            Pattern.compile("(?:[" + NUMERALS + "负第]|[" + NUMERALS + "][点余多])[" + OPENING + "]*$");
    /** How many characters before a number are looked at, within its clause. */
    private static final int CLAUSE = 20;

    private static final String CLAUSE_ENDS = "，。；、！？";
    /** What gives the pure number behind it a unit: （单位：亿元）. */
    private static final Pattern UNIT_SIGN = Pattern.compile("[%％‰]|[万亿]元|单位：");

    /** Behind a bracket or quotation mark that closes, what counts would count the number: （357人）次. */
    private static final Pattern BEHIND = Pattern.compile("(?![" + CLOSING + "]+(?:[" + MAGNITUDES + MEASURES
            + "%％‰]|平方|公里|公顷|学时|课时|小时|美元))(?:["
            + PUNCTUATION + "—～]|(?![" + MAGNITUDES + "余多月点]|分之|之一|民币|百分|小时|工作日|学时|课时)" + HAN + ")");
    /** Behind a bracket or quotation mark that closes a unit may follow as well: （0.35）亿元. */
    private static final Pattern BEHIND_PURE = Pattern.compile(
            "(?:[" + CLOSING + "]+(?:$|[，。；：、！？…—和与及或])|[，。；、！？…和与及或的]" + "|(?:下降|上升|降低|提高|低于|高于|小于|大于|优于|达到|符合)(?!["
                    + MAGNITUDES + "])|[至到]" + TypedNumbers.PLACEHOLDER + ")");

    private static final Pattern ENDS_IN_DIGIT = Pattern.compile(DIGIT + "$");
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:" + DIGIT + "|[" + NUMERALS + "]点?|分之)$");
    private static final Pattern BEGINS_WITH_A_NUMBER = Pattern.compile(DIGIT + "|[" + NUMERALS + "余多%％‰]");
    /** Behind a digit at the end of a fact; any other word could be what is counted. */
    private static final Pattern BEHIND_DIGIT =
            Pattern.compile("(?:$|[年月日号]|(?![" + OPENING + "])[" + PUNCTUATION + "])");

    private AroundNumber() {}

    /**
     * Whether a text directly behind a number and its unit is a dash, which leads to the next number.
     *
     * @param text up to the next number
     */
    public static boolean isBetween(String text) {
        return BETWEEN.contains(text);
    }

    /** Of a line so far, the characters that decide about what is printed next; a line of a million numbers stays short. */
    public static String end(String line) {
        return line.substring(Math.max(0, line.length() - CLAUSE));
    }

    /**
     * Whether a number may be printed after this text.
     *
     * @param before the {@link #end} of the line so far, with {@link TypedNumbers#PLACEHOLDER} for a number and its unit;
     *     empty at the beginning of a line
     * @param pure whether the number has no unit
     */
    public static boolean mayFollow(String before, boolean pure) {
        if (before.isEmpty()) {
            return true;
        }
        String end = end(before);
        String clause = end.substring(1 + lastOf(end, CLAUSE_ENDS));
        return BEFORE.matcher(end).find()
                && !BEGUN.matcher(end).find()
                && !clause.contains("分之")
                && !(pure && UNIT_SIGN.matcher(clause).find());
    }

    private static int lastOf(String text, String characters) {
        int at = text.length() - 1;
        while (at >= 0 && characters.indexOf(text.charAt(at)) < 0) {
            at--;
        }
        return at;
    }

    /**
     * Whether a fact would be read as one number with the text before it: 三百 and 五十七人.
     *
     * @param before the {@link #end} of the line so far
     */
    public static boolean isContinuedBy(String before, String fact) {
        return ENDS_IN_A_NUMBER.matcher(before).find()
                && BEGINS_WITH_A_NUMBER.matcher(fact).lookingAt();
    }

    /** Whether a fact ends in a number that the text behind it would continue or give a unit: 18870 and 册. */
    public static boolean isCounted(String fact, String behind) {
        if (ENDS_IN_DIGIT.matcher(fact).find()) {
            return !BEHIND_DIGIT.matcher(behind).lookingAt();
        }
        return ENDS_IN_A_NUMBER.matcher(fact).find()
                && (BEGINS_WITH_A_NUMBER.matcher(behind).lookingAt()
                        || Unit.begins(behind) && !behind.startsWith(Unit.YEAR.symbol()));
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
