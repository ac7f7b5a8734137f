/** Kafka topics of one partition that are written in order and tell at their end how far their writer came. */
@NullMarked
package org.dutyledger.ledger.topic;

import org.jspecify.annotations.NullMarked;
