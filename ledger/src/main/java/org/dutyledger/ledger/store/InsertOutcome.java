package org.dutyledger.ledger.store;

import org.jspecify.annotations.Nullable;

/** Outcome of an ordered insert as the store reports it. Only {@link Stored} and {@link NotSent} are certain. */
public sealed interface InsertOutcome {

    /** All commits are durable: no failover will take them back. */
    record Stored() implements InsertOutcome {}

    /**
     * The commit at {@code index} met an equal key; those before it were applied, those after it were not tried. Neither
     * the applied ones nor the rival need be durable yet, and the rival may be an earlier attempt of this process.
     */
    record Clash(int index) implements InsertOutcome {}

    /** Any part from the start may be stored, or may yet be. */
    record Unknown(@Nullable Throwable cause) implements InsertOutcome {}

    /** Nothing left this process. */
    record NotSent(@Nullable Throwable cause) implements InsertOutcome {}
}
