/** The scoring service: a deterministic projection of the ledger into evaluations, findings and progress. */
@NullMarked
package org.dutyledger.scoring;

import org.jspecify.annotations.NullMarked;
