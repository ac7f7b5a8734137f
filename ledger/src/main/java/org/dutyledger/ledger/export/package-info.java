/** Writes a ledger to lines that anybody can check without us; {@code verify} is who reads them back. */
@NullMarked
package org.dutyledger.ledger.export;

import org.jspecify.annotations.NullMarked;
