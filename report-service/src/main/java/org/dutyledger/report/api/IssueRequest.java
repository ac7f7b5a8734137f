package org.dutyledger.report.api;

import org.jspecify.annotations.Nullable;

/** @param upToPosition the ledger position to issue at, or null for everything up to now */
record IssueRequest(@Nullable Long upToPosition) {}
