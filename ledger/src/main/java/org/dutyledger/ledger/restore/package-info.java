/** Brings an export back into an empty store, and holds stores against checkpoints and exports. */
@NullMarked
package org.dutyledger.ledger.restore;

import org.jspecify.annotations.NullMarked;
