package org.dutyledger.local.cli.cycle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.dutyledger.local.cli.options.UsageException;

/** Times as people write and read them: Beijing time, as in the report and on the pages. */
final class Moments {
    /** Later than anything that is recorded. */
    static final String END = "9999-12-31T00:00:00Z";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Moments() {}

    static boolean isPosition(String text) {
        return text.matches("\\d{1,18}");
    }

    /** A position as it is; a time as an instant. A day without a time means its end. */
    static String parse(String option, String text) {
        return isPosition(text) ? text : instant(option, text).toString();
    }

    static LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException(option + " is a date such as 2021-12-31, not '" + text + "'");
        }
    }

    /** An instant of an answer, for people. */
    static String shown(String instant) {
        return instant.isEmpty() ? "" : SHOWN.format(Instant.parse(instant).atZone(ZONE));
    }

    private static Instant instant(String option, String text) {
        String iso = text.replace(' ', 'T');
        try {
            if (iso.length() == "2021-12-31".length()) {
                return LocalDate.parse(iso)
                        .plusDays(1)
                        .atStartOfDay(ZONE)
                        .toInstant()
                        .minusMillis(1);
            }
            return iso.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(option + " is a position such as 57, a day such as 2022-03-01 or a time such as"
                    + " 2022-03-01T16:00, not '" + text + "'");
        }
    }
}
