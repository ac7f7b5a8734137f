package org.dutyledger.submission.intake;

import org.dutyledger.submission.intake.request.Request;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from.
 *
 * @param door {@code http} or {@code kafka}
 * @param actor subject of the token, or who the record names
 * @param key the caller's idempotency key, or null where the door does not demand one
 */
public record Origin(String door, String actor, @Nullable String key) {

    /** The request's id in the ledger: a key means something only under the one who chose it. */
    @Nullable
    String requestId(Request request) {
        if (key == null) {
            return null;
        }
        String organisation = request.organisation();
        return (organisation == null ? actor : organisation) + ":" + key;
    }
}
