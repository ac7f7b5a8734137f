package org.dutyledger.ledger.store;

import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.StoredCommit;

/** A durable other commit that makes it impossible for a commit ever to be stored. */
public sealed interface Rival {

    /** It holds the request id, or it is the same commit, appended before. */
    record SameRequest(Receipt first) implements Rival {}

    /** It holds the place or the id of the event with this index. */
    record SameEvent(int index) implements Rival {}

    /** The answer that names {@code first}. */
    static Rival sameRequest(StoredCommit first) {
        return new SameRequest(new Receipt(first.position(), first.nextPosition() - 1, first.hash(), true));
    }
}
