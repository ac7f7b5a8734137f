/** Ledgers on MongoDB servers for integration tests: a real one, and an embedded stand-in. */
package org.dutyledger.ledger.backend;
