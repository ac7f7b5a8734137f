/** The Kafka endpoint: bureaus' own systems submit records and get a reply for each, valid or not. */
@NullMarked
package org.dutyledger.submission.intake.kafka;

import org.jspecify.annotations.NullMarked;
