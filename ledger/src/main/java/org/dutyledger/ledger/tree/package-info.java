/** The Merkle tree of RFC 6962 over the events of a ledger, and its proofs. Uses no other package of ours but {@code chain}. */
@NullMarked
package org.dutyledger.ledger.tree;

import org.jspecify.annotations.NullMarked;
