/** Makes drafts and issues reports: waits for the projections, replays the ledger, renders, stores, records. */
@NullMarked
package org.dutyledger.report.issue;

import org.jspecify.annotations.NullMarked;
