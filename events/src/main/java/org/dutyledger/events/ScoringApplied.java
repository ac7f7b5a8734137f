package org.dutyledger.events;

/**
 * A watermark on the topic {@code evaluations}: every evaluation that depends on the ledger up to and including
 * {@code position} has been sent before this message.
 */
public record ScoringApplied(long position) {
    /** Stable type name on the wire. */
    public static final String TYPE = "scoring.applied.v1";
}
