/** The ledger's twin in memory: the same appender on a store that forgets everything at the end of the process. */
@NullMarked
package org.dutyledger.ledger.memory;

import org.jspecify.annotations.NullMarked;
