package org.dutyledger.submission.intake.request;

import java.util.List;
import org.dutyledger.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Checks that a request has the fields that a decision needs. */
final class Form {
    private Form() {}

    static String text(@Nullable String value, String field) {
        if (value == null || value.isEmpty()) {
            throw missing(field);
        }
        return value;
    }

    static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw missing(field);
        }
        return value;
    }

    static <T> List<T> list(@Nullable List<@Nullable T> values, String field, int most) {
        if (values == null || values.isEmpty()) {
            throw missing(field);
        }
        if (values.size() > most) {
            throw new Problem(400, "TOO_MANY_ITEMS", field + " has " + values.size() + " entries; at most " + most);
        }
        for (int i = 0; i < values.size(); i++) {
            present(values.get(i), field + "[" + i + "]");
        }
        return values.stream().map(java.util.Objects::requireNonNull).toList();
    }

    static Problem missing(String field) {
        return new Problem(400, "FIELD_MISSING", "the field '" + field + "' is missing or empty");
    }
}
