package org.dutyledger.submission.audit.replay;

/**
 * What the ledger can show for an event.
 *
 * @param commitHash lower-case hex hash of the commit that holds it
 * @param data its bytes as they are stored
 */
record Receipt(String commitHash, byte[] data) {}
