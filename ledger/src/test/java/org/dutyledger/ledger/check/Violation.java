package org.dutyledger.ledger.check;

/** A promise that the log broke. */
public record Violation(Kind kind, String detail) {
    /** Which promise. */
    public enum Kind {
        /** Positions, hashes or streams of the log itself: as {@code ChainVerifier} reports. */
        CHAIN,
        /** The Merkle tree over the log is not the one that a checkpoint was made for. */
        ROOT,
        /** A receipt was given and nothing is stored under its request. */
        LOST,
        /** A receipt names another place or another hash than the log. */
        MISPLACED,
        /** Two receipts for one request, or two requests for one place. */
        DOUBLE_RECEIPT,
        /** The client got the answer that nothing was stored, yet it is stored. */
        REFUSED_YET_STORED,
        /** One request, commit or event is in the log twice. */
        STORED_TWICE,
        /** No client requested what is stored. */
        STRANGER,
        /** A commit acknowledged before another one began is stored after it. */
        ORDER
    }
}
