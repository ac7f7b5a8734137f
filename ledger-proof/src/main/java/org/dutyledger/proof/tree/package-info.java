/**
 * The Merkle tree of RFC 6962 over the events of a ledger, and its proofs. Of DutyLedger's packages it uses only {@code
 * chain}.
 */
@NullMarked
package org.dutyledger.proof.tree;

import org.jspecify.annotations.NullMarked;
