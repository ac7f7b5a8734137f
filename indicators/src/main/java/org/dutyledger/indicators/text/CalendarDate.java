package org.dutyledger.indicators.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as official documents write them (GB/T 9704-2012, 7.3.5.4: Arabic numerals, year in full, no zero before month and
 * day), to the year, the month or the day: 2016年, 2016年6月, 2016年6月3日.
 */
public final class CalendarDate {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{3})年(?:([1-9]\\d?)月(?:([1-9]\\d?)日)?)?");

    private CalendarDate() {}

    /** Whether a text is such a date and in the calendar. */
    public static boolean is(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDate.of(Integer.parseInt(matcher.group(1)), part(matcher.group(2)), part(matcher.group(3)));
            return true;
        } catch (DateTimeException notInTheCalendar) {
            return false;
        }
    }

    private static int part(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
