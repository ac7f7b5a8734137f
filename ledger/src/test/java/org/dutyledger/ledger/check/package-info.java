/** Compares what clients were told with what the log holds, after whatever happened to the machines in between. */
package org.dutyledger.ledger.check;
