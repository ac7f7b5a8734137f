/** Signs checkpoints at their time, keeps every one that was given out, and publishes them: safe with any number of processes. */
@NullMarked
package org.dutyledger.ledger.notary;

import org.jspecify.annotations.NullMarked;
