/** The auditor's questions, answered from the ledger's streams at every call: history, state as of a moment, difference of two. Uses ledger, view, audit.fold. */
@NullMarked
package org.dutyledger.submission.audit.replay;

import org.jspecify.annotations.NullMarked;
