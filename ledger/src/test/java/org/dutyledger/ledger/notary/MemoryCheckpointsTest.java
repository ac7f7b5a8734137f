package org.dutyledger.ledger.notary;

import org.dutyledger.ledger.memory.MemoryCheckpoints;

class MemoryCheckpointsTest extends CheckpointHistoryContract {
    @Override
    CheckpointHistory open() {
        return new MemoryCheckpoints();
    }
}
