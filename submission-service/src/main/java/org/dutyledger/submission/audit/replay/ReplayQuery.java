package org.dutyledger.submission.audit.replay;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.audit.fold.Moment;
import org.jspecify.annotations.Nullable;

/** Reads the query of a request; its problems name what is allowed. */
final class ReplayQuery {
    private static final int MAX_LIMIT = 500;

    private ReplayQuery() {}

    static long position(String name, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new Problem(400, "INVALID_RANGE", name + " is a position of the ledger, a whole number from 0");
        }
        return Long.parseLong(text);
    }

    static int limit(String text) {
        if (text.matches("\\d{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw new Problem(400, "INVALID_RANGE", "limit is 1 to " + MAX_LIMIT + " events");
    }

    static boolean flag(String name, String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new Problem(400, "INVALID_QUERY", name + " is true or false");
    }

    static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Problem(400, "INVALID_QUERY", name + " is missing");
        }
        return value;
    }

    /** A position or an instant. */
    static Moment moment(String name, String text) {
        try {
            return Moment.parse(text);
        } catch (DateTimeException neither) {
            throw new Problem(
                    400,
                    "INVALID_MOMENT",
                    name + " is a position such as 42 or an instant such as 2022-03-01T08:00:00Z");
        }
    }

    /** A moment of the ledger's clock; everything when neither is given. */
    static Moment known(@Nullable String atPosition, @Nullable String recordedAt) {
        if (atPosition != null && recordedAt != null) {
            throw new Problem(400, "INVALID_QUERY", "atPosition and recordedAt exclude each other");
        }
        if (atPosition != null) {
            return new Moment.AtPosition(position("atPosition", atPosition));
        }
        if (recordedAt == null) {
            return new Moment.Latest();
        }
        if (recordedAt.matches("\\d+")) {
            throw new Problem(400, "INVALID_MOMENT", "recordedAt is an instant such as 2022-03-01T08:00:00Z");
        }
        return moment("recordedAt", recordedAt);
    }

    static LocalDate date(String name, String text) {
        try {
            if (text.length() == "2021-12-31".length()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noDate) {
            // reported below
        }
        throw new Problem(400, "INVALID_MOMENT", name + " is a date such as 2021-12-31");
    }
}
