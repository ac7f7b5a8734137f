/** Hash rules of the ledger: what a verifier needs and nothing else. Uses no other package of DutyLedger. */
@NullMarked
package org.dutyledger.proof.chain;

import org.jspecify.annotations.NullMarked;
