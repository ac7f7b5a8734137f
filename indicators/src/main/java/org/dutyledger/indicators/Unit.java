package org.dutyledger.indicators;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The enumerated units. There is no compound of magnitudes: 亿万元 does not exist. */
public enum Unit {
    /** A pure number, or no number at all. */
    NONE("", Family.PURE),
    PERCENT("%", Family.PERCENT),
    YUAN("元", Family.YUAN),
    WAN_YUAN("万元", Family.WAN_YUAN),
    YI_YUAN("亿元", Family.YI_YUAN),
    YUAN_PER_STUDENT_YEAR("元/生·年", Family.YUAN_PER_STUDENT),
    PERSON("人", Family.PEOPLE),
    PERSON_POLITE("位", Family.PEOPLE),
    PERSON_NAMED("名", Family.PEOPLE),
    PERSON_TIME("人次", Family.VISITS),
    PERSON_PER_CLASS("人/班", Family.CLASS_SIZE),
    SCHOOL("所", Family.SCHOOLS),
    HOUSEHOLD("家", Family.BODIES),
    PIECE("个", Family.PIECES),
    ITEM("项", Family.ITEMS),
    ARTICLE("条", Family.ITEMS),
    COPY("份", Family.COPIES),
    PAIR("对", Family.PAIRS),
    KIND("类", Family.KINDS),
    SHEET("张", Family.SHEETS),
    POINT("分", Family.POINTS),
    YEAR("年", Family.YEARS);

    private static final Pattern PART = Pattern.compile("[%％‰十百千万亿兆元余]");
    private final String symbol;
    private final Family family;

    Unit(String symbol, Family family) {
        this.symbol = symbol;
        this.family = family;
    }

    /** The unit as it is written, for example {@code 万元}. */
    public String symbol() {
        return symbol;
    }

    /** Whether it counts things one by one; such a number has no decimals. */
    public boolean counts() {
        return family.counting;
    }

    /** Whether it is an amount of money, whole or per head. */
    public boolean money() {
        return family.money;
    }

    /**
     * Whether numbers in the two units may be added and compared without conversion. 人, 位 and 名 mean the same; 个 fits
     * everything counted; 元 and 万元 must be converted first.
     */
    public boolean addableTo(Unit other) {
        return family == other.family
                || (counts() && other.counts() && (family == Family.PIECES || other.family == Family.PIECES));
    }

    /**
     * The unit that a text gives the number before it, as it is written there, where that is this one: the longest symbol that
     * the text begins with is this unit, another word for the same thing (人, 位, 名), or what it counts of a ratio (元 of
     * 元/生·年). Empty for any other text, and for a pure number.
     */
    public Optional<String> givenBy(String text) {
        return symbolOf(text)
                .filter(u -> u == this || (counts() && u.family == family) || symbol.startsWith(u.symbol + "/"))
                .map(u -> u.symbol);
    }

    /** Whether a text that follows a number begins with another unit, a magnitude or a part of a unit: 亿万元, 万人. */
    public boolean contradicts(String text) {
        return givenBy(text).isEmpty()
                && (symbolOf(text).isPresent() || PART.matcher(text).lookingAt());
    }

    private static Optional<Unit> symbolOf(String text) {
        // an input method for Chinese gives the wide sign
        String plain = text.startsWith("％") ? PERCENT.symbol : text;
        return Arrays.stream(values())
                .filter(u -> u != NONE && plain.startsWith(u.symbol))
                .max(Comparator.comparingInt(u -> u.symbol.length()));
    }

    /** Whether a text directly behind this unit makes another one of it: 人 and 次. */
    public boolean isExtendedBy(String text) {
        return this != NONE && symbolOf(symbol + text).filter(u -> u != this).isPresent();
    }

    /** Whether a text begins with any unit. */
    public static boolean begins(String text) {
        return symbolOf(text).isPresent();
    }

    /** The unit written that way, or empty when no such unit exists. */
    public static Optional<Unit> of(String symbol) {
        return Arrays.stream(values()).filter(u -> u.symbol.equals(symbol)).findFirst();
    }

    private enum Family {
        PURE(false, false),
        PERCENT(false, false),
        YUAN(false, true),
        WAN_YUAN(false, true),
        YI_YUAN(false, true),
        YUAN_PER_STUDENT(false, true),
        PEOPLE(true, false),
        VISITS(true, false),
        CLASS_SIZE(false, false),
        SCHOOLS(true, false),
        BODIES(true, false),
        PIECES(true, false),
        ITEMS(true, false),
        COPIES(true, false),
        PAIRS(true, false),
        KINDS(true, false),
        SHEETS(true, false),
        POINTS(false, false),
        YEARS(false, false);

        private final boolean counting;
        private final boolean money;

        Family(boolean counting, boolean money) {
            this.counting = counting;
            this.money = money;
        }
    }
}
