package org.dutyledger.ledger;

/**
 * The ledger: what {@link #append} returned is durable, and a commit is stored as a whole or not at all. Code that only reads
 * takes a {@link LedgerReader}.
 */
public interface Ledger extends LedgerReader {

    /**
     * Stores one commit, or nothing.
     *
     * @return where it is stored; for a request id that the ledger already holds, the receipt of that first commit, even
     *     if its events clash too
     * @throws StreamConflictException when another commit holds one of its (stream, sequence) pairs or event ids
     * @throws LedgerBusyException when the queue is full or the deadline passed before anything was sent: nothing is
     *     stored
     * @throws AppendOutcomeUnknownException when the deadline passed and the outcome could not be learnt: it may still
     *     be stored; retry with the same request id
     */
    Receipt append(NewCommit commit);
}
