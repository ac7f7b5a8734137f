/** Load on the ledger alone, against the plain driver doing the same work. */
@NullMarked
package org.dutyledger.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
