package org.dutyledger.events;

/** Keys of the metadata that travels in every stored event. */
public final class EventMeta {
    /** Subject of the token that gave the command. */
    public static final String ACTOR = "actor";
    /** Door through which the command came: {@code http}, {@code kafka}, {@code upload}. */
    public static final String DOOR = "door";
    /** The caller's idempotency key, prefixed with its organisation; unique in the ledger. */
    public static final String REQUEST = "request";
    /** Lower-case hex SHA-256 of the canonical command, to tell a repeated request from another under the same key. */
    public static final String DIGEST = "digest";

    private EventMeta() {}
}
