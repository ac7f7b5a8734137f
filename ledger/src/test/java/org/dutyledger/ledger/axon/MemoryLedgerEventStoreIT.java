package org.dutyledger.ledger.axon;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.dutyledger.ledger.axon.snapshot.MemorySnapshots;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** Axon's published suite for event stores, inherited as it is. */
@Tag("wall-clock")
class MemoryLedgerEventStoreIT extends EmbeddedEventStoreTest {
    private final MemoryLedger memory = new MemoryLedger();

    @Override
    public EventStorageEngine createStorageEngine() {
        return LedgerEngineSuite.builder(memory, new MemorySnapshots()).build();
    }

    @AfterEach
    void close() {
        memory.close();
    }
}
