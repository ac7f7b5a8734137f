/** Signed statements of a ledger's state: C2SP checkpoints. Uses {@code note}, {@code chain} and {@code tree}. */
@NullMarked
package org.dutyledger.proof.checkpoint;

import org.jspecify.annotations.NullMarked;
