/** Writes a ledger to lines that a third party can check without DutyLedger; {@code verify} reads them back. */
@NullMarked
package org.dutyledger.ledger.export;

import org.jspecify.annotations.NullMarked;
