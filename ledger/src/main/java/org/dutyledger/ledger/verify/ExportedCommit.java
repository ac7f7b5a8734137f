package org.dutyledger.ledger.verify;

import java.util.List;
import java.util.UUID;

/** A commit as an export or a database dump shows it; nothing in it is believed. */
public record ExportedCommit(long position, UUID id, byte[] previousHash, byte[] hash, List<ExportedEvent> events) {
    public ExportedCommit {
        events = List.copyOf(events);
    }

    /** An event of it; {@code data} are the hashed bytes. */
    public record ExportedEvent(String stream, long sequence, byte[] data) {}
}
