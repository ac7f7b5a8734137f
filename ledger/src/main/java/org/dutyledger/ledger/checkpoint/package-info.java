/** Signed statements of how a ledger stands: C2SP checkpoints and signed notes, Ed25519. Uses {@code chain} and {@code tree}. */
@NullMarked
package org.dutyledger.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
