/** Countersigning a checkpoint of another organisation's ledger. */
@NullMarked
package org.dutyledger.verifier.cosign;

import org.jspecify.annotations.NullMarked;
