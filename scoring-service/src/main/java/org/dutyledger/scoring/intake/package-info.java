/** Takes the ledger's events in their order, folds them, and publishes the evaluations that changed. */
@NullMarked
package org.dutyledger.scoring.intake;

import org.jspecify.annotations.NullMarked;
