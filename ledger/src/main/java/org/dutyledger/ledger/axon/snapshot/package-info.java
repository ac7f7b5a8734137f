/** Keeps aggregate snapshots: derived data beside the hashed log, which may be deleted at any time. */
@NullMarked
package org.dutyledger.ledger.axon.snapshot;

import org.jspecify.annotations.NullMarked;
