/** The MongoDB and the Kafka broker that the suite starts for itself when it is given none. */
@NullMarked
package org.dutyledger.local.backend;

import org.jspecify.annotations.NullMarked;
