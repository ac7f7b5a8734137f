/** An Axon event storage engine on the ledger: one unit of work becomes one commit, tokens are positions. */
@NullMarked
package org.dutyledger.ledger.axon;

import org.jspecify.annotations.NullMarked;
