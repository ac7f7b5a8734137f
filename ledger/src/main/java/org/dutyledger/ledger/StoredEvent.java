package org.dutyledger.ledger;

/** An event at its position; {@code data} are the canonical bytes as stored. */
public record StoredEvent(long position, String stream, long sequence, String type, String id, byte[] data) {}
