/** A gapless, hash-chained log of commits: what it promises. It handles bytes and type names, never event classes. */
@NullMarked
package org.dutyledger.ledger;

import org.jspecify.annotations.NullMarked;
