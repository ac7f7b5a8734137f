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
 * The day from which a value holds: its own as-of day, else the end of its period. A period is a day, a month, a
 * year, a school year ({@code 2021学年} ends on 31 August of the next year), a span of years, or open ({@code 2021起}
 * begins with the year, {@code 2021后} after it).
 */
final class EffectiveDay {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern SPAN = Pattern.compile("\\d{4}[—–-](\\d{4})届?");
    private static final Pattern NAMED = Pattern.compile("(\\d{4})(学年|起|后|年|届)");

    private EffectiveDay() {}

    /** The day of a value; null for values without a time, such as a narrative. */
    static @Nullable LocalDate of(ItemEvent event) {
        if (event instanceof FigureSet figure) {
            return figure.asOf() != null ? figure.asOf() : end(figure.period());
        }
        if (event instanceof FactSubmitted fact) {
            return end(fact.period());
        }
        return event instanceof FactCorrected fact ? end(fact.period()) : null;
    }

    /** The last day of a period, or null when it names none. */
    static @Nullable LocalDate end(String period) {
        try {
            Matcher span = SPAN.matcher(period);
            if (span.matches()) {
                return endOfYear(span.group(1));
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
            case "学年" -> LocalDate.of(year + 1, 8, 31);
            case "起" -> LocalDate.of(year, 1, 1);
            default -> LocalDate.of(year, 12, 31);
        };
    }

    private static LocalDate endOfYear(String year) {
        return LocalDate.of(Integer.parseInt(year), 12, 31);
    }
}
