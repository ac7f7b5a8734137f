/** The port to whatever keeps the log: what the appender asks of a store, and what a store may answer. */
@NullMarked
package org.dutyledger.ledger.store;

import org.jspecify.annotations.NullMarked;
