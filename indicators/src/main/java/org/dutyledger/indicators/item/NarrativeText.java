package org.dutyledger.indicators.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
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

    /**
     * A placeholder and its place in a line of {@link AroundNumber}.
     *
     * @param unit null for a fact
     * @param given whether the text gives the unit
     * @param behind the text after it, up to the next placeholder
     */
    private record Placed(
            MatchResult written, int place, @Nullable Unit unit, boolean given, String behind) {}

    /** Checks a line as the report prints it, with 《》 for a fact. */
    private static @Nullable Fault faultOf(String line, FrameworkIndex index) {
        List<MatchResult> found = PLACEHOLDER.matcher(line).results().toList();
        List<Placed> placed = new ArrayList<>();
        int first = found.isEmpty() ? line.length() : found.get(0).start();
        StringBuilder printed =
                new StringBuilder(Punctuation.normalise(line.substring(0, first), false, !found.isEmpty()));
        for (int i = 0; i < found.size(); i++) {
            MatchResult one = found.get(i);
            Placeholder named = index.placeholder(one.group(1));
            if (named == null) {
                return fault(Kind.UNKNOWN, one, null, "");
            }
            boolean more = i + 1 < found.size();
            int end = more ? found.get(i + 1).start() : line.length();
            String behind = Punctuation.normalise(line.substring(one.end(), end), true, more);
            Unit unit = named.unit();
            int said = unit != null && named.lowerBound() && behind.startsWith("余") ? 1 : 0;
            String given =
                    unit == null ? "" : unit.givenBy(behind.substring(said)).orElse("");
            placed.add(new Placed(one, printed.length(), unit, !given.isEmpty(), behind));
            printed.append(unit == null ? "《》" : unit == Unit.NONE ? AroundNumber.PURE : AroundNumber.NUMBER)
                    .append(behind.substring(said + given.length()));
        }
        return placed.stream()
                .map(one -> faultOf(one, printed))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Fault faultOf(Placed one, CharSequence printed) {
        Unit unit = one.unit();
        if (unit == null) {
            return null;
        }
        if (!AroundNumber.mayFollow(AroundNumber.end(printed, one.place()), unit == Unit.NONE)) {
            return fault(Kind.JOINED, one.written(), null, "");
        }
        String behind = AroundNumber.beginning(printed, one.place() + 1);
        boolean fits = unit == Unit.NONE ? AroundNumber.mayPrecedePure(behind) : AroundNumber.mayPrecede(behind, unit);
        if (!one.given()
                && (unit.contradicts(behind)
                        || unit.isExtendedBy(behind)
                        || unit == Unit.NONE && !fits && !one.behind().isEmpty())) {
            return fault(Kind.UNIT, one.written(), unit, one.behind());
        }
        return fits ? null : fault(Kind.JOINED, one.written(), null, "");
    }

    private static Fault fault(Kind kind, MatchResult placeholder, @Nullable Unit unit, String behind) {
        return new Fault(kind, placeholder.group(), placeholder.group(1), unit, behind);
    }
}
