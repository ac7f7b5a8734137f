/** Writes and reads the canonical bytes of one event: what is stored, hashed, sent and exported. */
@NullMarked
package org.dutyledger.ledger.envelope;

import org.jspecify.annotations.NullMarked;
