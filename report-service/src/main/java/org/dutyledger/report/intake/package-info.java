/** Keeps the service's copies of events and evaluations in step with Kafka. No package depends on this one. */
@NullMarked
package org.dutyledger.report.intake;

import org.jspecify.annotations.NullMarked;
