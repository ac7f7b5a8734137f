package org.dutyledger.events;

/** Keys of the metadata that travels in every stored event. */
public final class EventMeta {
    /**
     * Subject of the token that gave the command. For a record of Kafka, which carries no token, {@code kafka:} and the
     * organisation, and where the record names a submitter a slash and that name.
     */
    public static final String ACTOR = "actor";
    /** Endpoint that received the command: {@code http}, {@code kafka}, {@code upload}. */
    public static final String DOOR = "door";
    /**
     * The caller's idempotency key, unique in the ledger: {@code ORGANISATION:KEY} for a submission,
     * {@code subject/SUBJECT:KEY}, the subject URL-encoded, for everything else; {@code SUBJECT:KEY} in old events.
     */
    public static final String REQUEST = "request";
    /**
     * Lower-case hex SHA-256 of the canonical command, to distinguish a repeated request from another one under the
     * same key.
     */
    public static final String DIGEST = "digest";

    private EventMeta() {}
}
