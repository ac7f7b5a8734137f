package org.dutyledger.report.api;

import org.jspecify.annotations.Nullable;

/**
 * The office's request.
 *
 * @param upToPosition the ledger position to issue at, or null for everything up to now
 * @param incomplete true to issue a report that is not complete, on purpose; null is false
 */
record IssueRequest(@Nullable Long upToPosition, @Nullable Boolean incomplete) {
    static final IssueRequest NOW = new IssueRequest(null, null);

    boolean mayBeIncomplete() {
        return Boolean.TRUE.equals(incomplete);
    }
}
