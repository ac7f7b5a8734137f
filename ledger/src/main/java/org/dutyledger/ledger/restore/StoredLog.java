package org.dutyledger.ledger.restore;

import java.util.stream.Stream;
import org.dutyledger.ledger.StoredCommit;

/** Everything that is stored, for checking: nothing is left out, skipped or trusted. */
public interface StoredLog {
    /**
     * Every durable commit in the order of positions; to be closed. Throws {@link MalformedCommitException} where a
     * stored document is not a commit.
     */
    Stream<StoredCommit> walk();
}
