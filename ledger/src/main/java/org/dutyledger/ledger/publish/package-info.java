/** Sends the ledger to one Kafka partition in position order, without a stored position. */
@NullMarked
package org.dutyledger.ledger.publish;

import org.jspecify.annotations.NullMarked;
