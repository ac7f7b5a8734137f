package org.dutyledger.submission.audit.fold;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.events.EvidenceEvent.FactCorrected;
import org.dutyledger.events.EvidenceEvent.FactSubmitted;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.jspecify.annotations.Nullable;

/**
 * Knows from which day on a value holds: its own as-of day, else one of its period. What is counted over a day, a month or a
 * year is known at its end. What is the state of a longer time holds during it, from its first day: of a school year
 * ({@code 2021学年} begins on 1 September), a span of years or a term of office ({@code 2019—2022届}), and from the year on
 * ({@code 2021起}); {@code 2021后} holds after the year.
 */
final class EffectiveDay {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern SPAN = Pattern.compile("(\\d{4})[—–-]\\d{4}届?");
    private static final Pattern NAMED = Pattern.compile("(\\d{4})(学年|起|后|年|届)");

    private EffectiveDay() {}

    /** The day of a value; null for values without a time, such as a narrative. */
    static @Nullable LocalDate of(ItemEvent event) {
        if (event instanceof FigureSet figure) {
            return figure.asOf() != null ? figure.asOf() : ofPeriod(figure.period());
        }
        if (event instanceof FactSubmitted fact) {
            return ofPeriod(fact.period());
        }
        return event instanceof FactCorrected fact ? ofPeriod(fact.period()) : null;
    }

    /** The day from which on a value of a period holds, or null when it names none. */
    static @Nullable LocalDate ofPeriod(String period) {
        try {
            Matcher span = SPAN.matcher(period);
            if (span.matches()) {
                return LocalDate.of(Integer.parseInt(span.group(1)), 1, 1);
            }
            Matcher named = NAMED.matcher(period);
            if (named.matches()) {
                return named(Integer.parseInt(named.group(1)), named.group(2));
            }
            Matcher form = FORM.matcher(period);
            if (!form.matches()) {
                return null;
            }
            if (form.group(3) != null) {
                return LocalDate.parse(period);
            }
            return form.group(2) != null ? YearMonth.parse(period).atEndOfMonth() : endOfYear(period);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static LocalDate named(int year, String kind) {
        return switch (kind) {
            case "学年" -> LocalDate.of(year, 9, 1);
            case "起" -> LocalDate.of(year, 1, 1);
            default -> LocalDate.of(year, 12, 31);
        };
    }

    private static LocalDate endOfYear(String year) {
        return LocalDate.of(Integer.parseInt(year), 12, 31);
    }
}
