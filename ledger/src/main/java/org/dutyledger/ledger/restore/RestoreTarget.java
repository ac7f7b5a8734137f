package org.dutyledger.ledger.restore;

import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.ledger.store.LogStore;

/** A store that an export is to be loaded into. During a restore no process can open it as a ledger. */
public interface RestoreTarget extends StoredLog {
    /** The store that receives the commits. */
    LogStore store();

    /** Where its checkpoints are kept. */
    CheckpointHistory history();

    /** Whether a restore was begun here and not finished. */
    boolean begun();

    /** Notes, durably, that one is under way. */
    void begin();

    /** Notes that it is over; from then on this is a ledger like any other. */
    void finish();
}
