/** The port to the storage of the log: the requests of the appender, and the possible answers of a store. */
@NullMarked
package org.dutyledger.ledger.store;

import org.jspecify.annotations.NullMarked;
