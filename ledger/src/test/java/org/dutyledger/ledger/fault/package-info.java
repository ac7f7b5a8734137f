/**
 * The ledger on a wire and on servers that fail in every way they can, checked against the outcomes that its callers
 * got.
 */
package org.dutyledger.ledger.fault;
