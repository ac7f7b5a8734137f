package org.dutyledger.ledger.store;

import org.dutyledger.ledger.NewCommit;

/** A commit with its intended place. */
public record PlacedCommit(NewCommit commit, EncodedCommit draft, long position, byte[] previousHash, byte[] hash) {
    /** The position after its last event. */
    public long nextPosition() {
        return position + commit.events().size();
    }
}
