/** Checking an exported ledger, with nothing but the file. */
@NullMarked
package org.dutyledger.verifier.ledger;

import org.jspecify.annotations.NullMarked;
