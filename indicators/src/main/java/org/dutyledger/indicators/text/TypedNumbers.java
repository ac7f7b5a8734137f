package org.dutyledger.indicators.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Classifies the numbers typed in a text: those that are not statistics (dates, document numbers, names, norms) are
 * printed unchanged, all others need a source. {@code typed-numbers.txt} explains itself; the page for browsers reads
 * the same file.
 */
public final class TypedNumbers {
    /** Takes the place of a placeholder in a printed line. No record holds this character. */
    public static final String PLACEHOLDER = "\uFFFC";

    private static final Pattern DIGIT = Pattern.compile(AroundNumber.DIGIT);
    private static final Pattern LITERAL = Pattern.compile(TextPatterns.of("literal"));
    private static final Pattern SPELLED = Pattern.compile(TextPatterns.of("spelled"));
    private static final Pattern VALUE = Pattern.compile(TextPatterns.of("value"));
    // possessive: a long run of digits and points is read without recursion
    private static final Pattern STATISTIC =
            Pattern.compile(SPELLED + "|" + AroundNumber.DIGIT + "++(?:[.,]" + AroundNumber.DIGIT + "++)*+");

    private TypedNumbers() {}

    /**
     * A number in a line.
     *
     * @param from its first character
     * @param to end index, exclusive
     * @param literal whether it is not a statistic
     */
    public record Typed(int from, int to, boolean literal) {}

    /** The numbers of a line in their order; one that is not a statistic together with the words that show it. */
    public static List<Typed> in(String line) {
        List<Typed> found = new ArrayList<>();
        StringBuilder rest = new StringBuilder(line);
        // most lines have no digit
        Stream<MatchResult> literals =
                DIGIT.matcher(line).find() ? LITERAL.matcher(line).results() : Stream.empty();
        literals.filter(one -> isNoStatistic(one.group()) && isApart(line, one)).forEach(one -> {
            found.add(new Typed(one.start(), one.end(), true));
            for (int i = one.start(); i < one.end(); i++) {
                rest.setCharAt(i, PLACEHOLDER.charAt(0));
            }
        });
        STATISTIC.matcher(rest).results().forEach(one -> found.add(new Typed(one.start(), one.end(), false)));
        found.sort(Comparator.comparingInt(Typed::from));
        return found;
    }

    /** A title may hold a year, and spell a statistic beside it. */
    private static boolean isNoStatistic(String literal) {
        return DIGIT.matcher(literal).find() && !SPELLED.matcher(literal).find();
    }

    /** A digit directly beside a placeholder would be read as a part of what is printed there. */
    private static boolean isApart(String line, MatchResult one) {
        boolean behind = line.startsWith(PLACEHOLDER, one.start() - 1) && isDigit(line, one.start());
        return !behind && !(line.startsWith(PLACEHOLDER, one.end()) && isDigit(line, one.end() - 1));
    }

    private static boolean isDigit(String line, int at) {
        return DIGIT.matcher(line.substring(at, at + 1)).matches();
    }

    /** Whether a title, which is printed as it is, would be taken for a value that was reported. */
    public static boolean readsAsValue(String title) {
        return VALUE.matcher(title).find();
    }
}
