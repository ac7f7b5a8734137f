package org.dutyledger.submission.intake.http;

import java.util.regex.Pattern;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.intake.Origin;
import org.jspecify.annotations.Nullable;

/** Reads the idempotency key of a request. */
final class Keys {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

    private Keys() {}

    static String required(@Nullable String key) {
        String checked = optional(key);
        if (checked == null) {
            throw new Problem(
                    400,
                    "IDEMPOTENCY_KEY_MISSING",
                    "the header Idempotency-Key is needed: 1 to 128 characters, a new one for each submission,"
                            + " the same one when it is sent again");
        }
        return checked;
    }

    static @Nullable String optional(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            return null;
        }
        if (!KEY.matcher(key).matches()) {
            throw new Problem(
                    400, "IDEMPOTENCY_KEY_INVALID", "the header Idempotency-Key has 1 to 128 visible ASCII characters");
        }
        return key;
    }

    static Origin origin(Caller caller, @Nullable String key) {
        return new Origin("http", caller.subject(), key);
    }
}
