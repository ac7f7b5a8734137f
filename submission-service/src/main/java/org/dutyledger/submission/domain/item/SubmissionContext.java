package org.dutyledger.submission.domain.item;

import java.time.Instant;
import java.util.Set;
import org.dutyledger.submission.framework.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * The terms under which a submission is decided.
 *
 * @param organisation who submits
 * @param roles the roles it has in the cycle
 * @param deadline last moment for first submissions, or null
 * @param now server time stamped on entry
 */
public record SubmissionContext(
        Catalogue catalogue,
        String organisation,
        Set<String> roles,
        @Nullable Instant deadline,
        Instant now) {
    public SubmissionContext {
        roles = Set.copyOf(roles);
    }
}
