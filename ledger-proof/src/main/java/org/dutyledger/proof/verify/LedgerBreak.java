package org.dutyledger.proof.verify;

/**
 * The first place at which a ledger is not what it should be.
 *
 * @param position position of the commit in question
 */
public record LedgerBreak(Kind kind, long position, String detail) {
    /** The kind of break. */
    public enum Kind {
        /** A commit does not start where the one before ended. */
        POSITION,
        /** A commit has no events. */
        EMPTY,
        /** A commit does not name the hash of the one before. */
        PREVIOUS_HASH,
        /** A commit's hash is not that of its content. */
        HASH,
        /** A stream's places are not 0, 1, 2 … */
        SEQUENCE,
        /** The ledger does not end where it is known to end. */
        END,
        /** A line of an export is not of the form of its place. */
        FORM,
        /** A member beside an event's bytes differs from the content of the bytes. */
        FIELD,
        /** A line of an export was altered in a part that no commit hash covers. */
        SUM,
        /** The Merkle tree over the events has another root than the checkpoint. */
        ROOT,
        /** A checkpoint or seal is not signed by the key. */
        SIGNATURE,
        /** The ledger does not continue an earlier checkpoint. */
        EARLIER,
        /** A checkpoint that was kept beside a store is missing, or is no longer a checkpoint. */
        KEPT,
        /** A report was issued from other events than those before it. */
        ISSUED,
        /** A store does not hold what an export of it held. */
        DIFFERS,
        /** The exporting process found the ledger broken and did not complete the export. */
        REFUSED
    }
}
