package org.dutyledger.ledger;

/**
 * The caller's proof of a stored commit.
 *
 * @param firstPosition position of its first event
 * @param lastPosition position of its last event
 * @param hash the commit's hash, 32 bytes
 * @param repeated whether the ledger held the request id already, so that nothing new was stored
 */
public record Receipt(long firstPosition, long lastPosition, byte[] hash, boolean repeated) {}
