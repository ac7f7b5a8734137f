package org.dutyledger.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work to be stored as a whole.
 *
 * @param id minted by the caller, time-ordered (UUIDv7)
 * @param requestId the caller's idempotency key, unique in the ledger, or null
 * @param recordedAt server time
 * @param events at least one; no (stream, sequence) twice
 */
public record NewCommit(UUID id, @Nullable String requestId, Instant recordedAt, List<NewEvent> events) {
    public NewCommit {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a commit has at least one event");
        }
    }

    /**
     * One event.
     *
     * @param stream the aggregate's id
     * @param sequence place in the stream
     * @param type stable type name
     * @param id the event's own id, unique in the ledger
     * @param data the canonical bytes: stored, hashed, sent and exported as they are
     */
    public record NewEvent(String stream, long sequence, String type, String id, byte[] data) {}
}
