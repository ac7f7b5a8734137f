/** Keeps our copies of events and evaluations in step with Kafka. Nobody depends on this package. */
@NullMarked
package org.dutyledger.report.intake;

import org.jspecify.annotations.NullMarked;
