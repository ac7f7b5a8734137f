/** The ledger on a wire and on servers that fail in every way they can, checked against what its callers were told. */
package org.dutyledger.ledger.fault;
