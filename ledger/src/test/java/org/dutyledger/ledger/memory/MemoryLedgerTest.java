package org.dutyledger.ledger.memory;

import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.LedgerContract;
import org.junit.jupiter.api.AfterEach;

class MemoryLedgerTest extends LedgerContract {
    private final MemoryLedger memory = new MemoryLedger();

    @Override
    protected Ledger open() {
        return memory;
    }

    @AfterEach
    void close() {
        memory.close();
    }
}
