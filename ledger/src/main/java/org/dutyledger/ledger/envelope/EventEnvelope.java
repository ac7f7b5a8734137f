package org.dutyledger.ledger.envelope;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event with all that is hashed of it. Its position is not part of it: the ledger binds that by the place of the
 * leaf.
 *
 * @param aggregate the stream
 * @param aggregateType name of the aggregate's type, or null
 * @param commit id of the commit that stores it, or null for what is kept outside the ledger
 * @param id the event's own id
 * @param meta who did it and through which endpoint
 * @param payload bytes of the payload; JSON is embedded as it is, anything else in base64
 * @param revision revision of the payload's form, or null where the type name contains it
 * @param seq place in the stream
 * @param type stable name of the payload's type
 */
public record EventEnvelope(
        String aggregate,
        @Nullable String aggregateType,
        @Nullable String commit,
        String id,
        Map<String, String> meta,
        byte[] payload,
        @Nullable String revision,
        long seq,
        Instant ts,
        String type) {
    public EventEnvelope {
        meta = Map.copyOf(meta);
    }

    /**
     * The canonical bytes: JSON Canonicalization Scheme (RFC 8785), provided that a JSON payload is canonical itself.
     *
     * @throws IllegalArgumentException when a text is not valid Unicode and so has no canonical form
     */
    public byte[] bytes() {
        return EnvelopeWriter.write(this);
    }

    /**
     * Reads what {@link #bytes()} wrote. The payload is returned byte for byte.
     *
     * @throws MalformedEnvelopeException when the bytes are not an envelope
     */
    public static EventEnvelope read(byte[] canonical) {
        return EnvelopeReader.read(canonical);
    }

    /** Whether it was published outside any aggregate: such an event is the only one of a stream named by its id. */
    public boolean isStandalone() {
        return aggregateType == null && seq == 0 && aggregate.equals(id);
    }
}
