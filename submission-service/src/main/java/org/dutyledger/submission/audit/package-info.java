/** The audit feed: the ledger's own bytes, in order, for auditors and for services that backfill a gap or replay. */
@NullMarked
package org.dutyledger.submission.audit;

import org.jspecify.annotations.NullMarked;
