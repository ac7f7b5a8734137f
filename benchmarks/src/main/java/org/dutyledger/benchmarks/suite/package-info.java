/** Load on the services of the suite with a real mongod and a real Kafka broker, against plain loops doing the same work. */
@NullMarked
package org.dutyledger.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
