package org.dutyledger.submission.intake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.dutyledger.submission.intake.request.Request;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from.
 *
 * @param door {@code http} or {@code kafka}
 * @param actor subject of the token; for a record of Kafka {@code kafka:}, the organisation, and the name that the
 *     record gives
 * @param key the caller's idempotency key, or null where the endpoint does not demand one
 */
public record Origin(String door, String actor, @Nullable String key) {

    /**
     * The request's id in the ledger: a key has a meaning only together with the one who chose it. No organisation id
     * has a slash or a colon in it, so no subject of a token shares the keys of an organisation or of another subject.
     */
    @Nullable
    String requestId(Request request) {
        if (key == null) {
            return null;
        }
        String organisation = request.organisation();
        return organisation == null
                ? "subject/" + URLEncoder.encode(actor, StandardCharsets.UTF_8) + ":" + key
                : organisation + ":" + key;
    }

    /** The id under which earlier versions stored a key of this subject; null where the id did not change. */
    @Nullable
    String formerRequestId(Request request) {
        return key == null || request.organisation() != null ? null : actor + ":" + key;
    }
}
