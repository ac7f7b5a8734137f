package org.dutyledger.proof.verify;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A commit as an export or a store shows it; nothing in it is trusted. */
public record ExportedCommit(
        long position,
        UUID id,
        @Nullable String requestId,
        Instant recordedAt,
        byte[] previousHash,
        byte[] hash,
        List<ExportedEvent> events) {
    public ExportedCommit {
        events = List.copyOf(events);
    }

    /** The position after its last event. */
    public long nextPosition() {
        return position + events.size();
    }

    /** An event of it; {@code data} are the hashed bytes. */
    public record ExportedEvent(String stream, long sequence, String type, String id, byte[] data) {}
}
