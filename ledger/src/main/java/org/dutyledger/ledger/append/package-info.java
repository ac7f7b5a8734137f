/** Appends by group commit: many callers, one thread, one batch in flight, and no guess about what was stored. */
@NullMarked
package org.dutyledger.ledger.append;

import org.jspecify.annotations.NullMarked;
