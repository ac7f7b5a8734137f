/** Sends evaluations to Kafka. */
@NullMarked
package org.dutyledger.scoring.intake.publish;

import org.jspecify.annotations.NullMarked;
