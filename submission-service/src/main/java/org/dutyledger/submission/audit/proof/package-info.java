/** Proofs from the ledger: of one event, and of everything that an issued report was made from. */
@NullMarked
package org.dutyledger.submission.audit.proof;

import org.jspecify.annotations.NullMarked;
