package org.dutyledger.indicators.item;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.item.FrameworkIndex.Placeholder;
import org.dutyledger.indicators.text.AroundNumber;
import org.dutyledger.indicators.text.Punctuation;
import org.dutyledger.indicators.text.TypedNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of narratives: they type no statistics ({@link TypedNumbers}), and name figures and measures as placeholders. A placeholder is two
 * braces, the id of a figure or measure, two braces, on one line. The report prints the number with its unit; where the
 * text gives the unit, it must be this one.
 */
public final class NarrativeText {
    // possessive: what was read is never given back, so a megabyte of blanks is read once and not squared
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ *+([^{}\\s]*+) *+}}");
    private static final Pattern BRACE = Pattern.compile("[{}｛｝]+");

    private NarrativeText() {}

    /** The problem of a placeholder. */
    public enum Kind {
        /** It names no figure and no measure. */
        UNKNOWN,
        /** Braces that make no placeholder. */
        GRAMMAR,
        /** The text after it gives its number another unit. */
        UNIT,
        /** Its number would be read as one with what is directly beside it. */
        JOINED
    }

    /**
     * The first fault of a text.
     *
     * @param written the placeholder or the braces as they are written
     * @param id the id between the braces; empty for {@link Kind#GRAMMAR}
     * @param unit unit of the number, for {@link Kind#UNIT}; else null
     * @param behind the text after the number, for {@link Kind#UNIT}; else empty
     */
    public record Fault(
            Kind kind, String written, String id, @Nullable Unit unit, String behind) {}

    /** Statistics that are typed into the text, each once, at most so many, as they would be printed. */
    public static List<String> typedNumbers(String text, int most) {
        return text.lines()
                .map(NarrativeText::printed)
                .flatMap(line -> TypedNumbers.in(line).stream()
                        .filter(one -> !one.literal())
                        .map(one -> line.substring(one.from(), one.to())))
                .distinct()
                .limit(most)
                .toList();
    }

    /** A line as it is printed, but for its placeholders. */
    private static String printed(String line) {
        String[] pieces = PLACEHOLDER.split(line, -1);
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < pieces.length; i++) {
            boolean more = i + 1 < pieces.length;
            printed.append(Punctuation.normalise(pieces[i], i > 0, more)).append(more ? TypedNumbers.PLACEHOLDER : "");
        }
        return printed.toString();
    }

    /** The first fault of the placeholders of a text; empty for a text without a fault. */
    public static Optional<Fault> fault(String text, FrameworkIndex index) {
        for (String line : text.split("\n")) {
            Fault fault = faultOf(line, index);
            if (fault != null) {
                return Optional.of(fault);
            }
        }
        Matcher brace = BRACE.matcher(PLACEHOLDER.matcher(text).replaceAll(""));
        return brace.find() ? Optional.of(new Fault(Kind.GRAMMAR, brace.group(), "", null, "")) : Optional.empty();
    }

    /** Checks a line as the report prints it, with 《》 for a fact. */
    private static @Nullable Fault faultOf(String line, FrameworkIndex index) {
        String printed = "";
        boolean between = false;
        Matcher placeholder = PLACEHOLDER.matcher(line);
        Matcher next = PLACEHOLDER.matcher(line);
        boolean more = next.find();
        String rest = more ? Punctuation.normalise(line.substring(0, next.start()), false, true) : "";
        while (placeholder.find()) {
            Placeholder named = index.placeholder(placeholder.group(1));
            if (named == null) {
                return fault(Kind.UNKNOWN, placeholder, null, "");
            }
            int end = placeholder.end();
            more = next.find(end);
            String behind = Punctuation.normalise(line.substring(end, more ? next.start() : line.length()), true, more);
            printed = AroundNumber.end(printed + rest);
            rest = behind;
            Unit unit = named.unit();
            if (unit == null) {
                printed += "《》";
                between = false;
                continue;
            }
            if (!between && !AroundNumber.mayFollow(printed, unit == Unit.NONE)) {
                return fault(Kind.JOINED, placeholder, null, "");
            }
            int said = named.lowerBound() && behind.startsWith("余") ? 1 : 0;
            String given = unit.givenBy(behind.substring(said)).orElse("");
            rest = behind.substring(said + given.length());
            String follows = more ? rest + TypedNumbers.PLACEHOLDER : rest;
            boolean fits = AroundNumber.mayPrecede(follows, unit == Unit.NONE);
            if (given.isEmpty() && (unit.contradicts(rest) || unit.isExtendedBy(rest) || unit == Unit.NONE && !fits)) {
                return fault(Kind.UNIT, placeholder, unit, behind);
            }
            if (!fits) {
                return fault(Kind.JOINED, placeholder, null, "");
            }
            printed += TypedNumbers.PLACEHOLDER;
            between = AroundNumber.isBetween(rest);
        }
        return null;
    }

    private static Fault fault(Kind kind, Matcher placeholder, @Nullable Unit unit, String behind) {
        return new Fault(kind, placeholder.group(), placeholder.group(1), unit, behind);
    }
}
