package org.dutyledger.ledger.export;

import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.proof.verify.ExportedCommit;
import org.dutyledger.proof.verify.ExportedCommit.ExportedEvent;

/** Adapts a stored commit to the verifier, which does not depend on a store. */
public final class Exported {
    private Exported() {}

    /** The same commit. */
    public static ExportedCommit of(StoredCommit commit) {
        return new ExportedCommit(
                commit.position(),
                commit.id(),
                commit.requestId(),
                commit.recordedAt(),
                commit.previousHash(),
                commit.hash(),
                commit.events().stream()
                        .map(e -> new ExportedEvent(e.stream(), e.sequence(), e.type(), e.id(), e.data()))
                        .toList());
    }
}
