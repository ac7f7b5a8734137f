/** Compares the outcomes that clients got with the log, after any faults of the machines in between. */
package org.dutyledger.ledger.check;
