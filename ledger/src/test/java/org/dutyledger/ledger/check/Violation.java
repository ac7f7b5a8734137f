package org.dutyledger.ledger.check;

/** A promise that the log broke. */
public record Violation(Kind kind, String detail) {
    /** Which promise. */
    public enum Kind {
        /** Positions, hashes or streams of the log itself: as {@code ChainVerifier} says. */
        CHAIN,
        /** The Merkle tree over the log is not the one that a checkpoint was made for. */
        ROOT,
        /** A receipt was given and nothing is stored under its request. */
        LOST,
        /** A receipt names another place or another hash than the log. */
        MISPLACED,
        /** Two receipts for one request, or two requests for one place. */
        DOUBLE_RECEIPT,
        /** The client was told that nothing was stored, and it is. */
        REFUSED_YET_STORED,
        /** One request, commit or event stands in the log twice. */
        STORED_TWICE,
        /** Nobody asked for what is stored. */
        STRANGER,
        /** What was acknowledged before something else was begun stands behind it. */
        ORDER
    }
}
