package org.dutyledger.ledger.store;

/**
 * A commit in the store's form, made in the caller's thread before its place is known, so that the one appender
 * thread has little left to do.
 */
public interface EncodedCommit {
    /** How many bytes it will take on the wire, about. */
    int bytes();
}
