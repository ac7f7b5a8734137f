/** Kafka topics of one partition that are written in order; their last record shows how far the writer got. */
@NullMarked
package org.dutyledger.ledger.topic;

import org.jspecify.annotations.NullMarked;
