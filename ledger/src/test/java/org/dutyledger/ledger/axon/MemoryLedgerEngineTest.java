package org.dutyledger.ledger.axon;

import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.axon.snapshot.MemorySnapshots;
import org.dutyledger.ledger.axon.snapshot.SnapshotStore;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.junit.jupiter.api.AfterEach;

class MemoryLedgerEngineTest extends LedgerEngineSuite {
    private final MemoryLedger memory = new MemoryLedger();

    @Override
    Ledger newLedger() {
        return memory;
    }

    @Override
    SnapshotStore newSnapshots() {
        return new MemorySnapshots();
    }

    @AfterEach
    void close() {
        memory.close();
    }
}
