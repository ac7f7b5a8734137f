package org.dutyledger.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A commit as it is stored.
 *
 * @param position position of its first event
 * @param previousHash hash of the commit before; 32 zero bytes for the first
 * @param hash SHA-256 over previous hash, position, id and the leaf hashes of its events, see {@code ledger/README.md}
 */
public record StoredCommit(
        long position,
        UUID id,
        @Nullable String requestId,
        Instant recordedAt,
        byte[] previousHash,
        byte[] hash,
        List<StoredEvent> events) {
    public StoredCommit {
        events = List.copyOf(events);
    }

    /** The position after its last event. */
    public long nextPosition() {
        return position + events.size();
    }
}
