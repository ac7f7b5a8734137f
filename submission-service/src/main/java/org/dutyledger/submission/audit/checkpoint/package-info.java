/** Checkpoints of the ledger: when they are signed, where they are published, and who cosigned them. */
@NullMarked
package org.dutyledger.submission.audit.checkpoint;

import org.jspecify.annotations.NullMarked;
