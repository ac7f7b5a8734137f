package org.dutyledger.ledger.axon;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.eventsourcing.utils.EventStoreTestUtils;
import org.axonframework.serialization.json.JacksonSerializer;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.axon.snapshot.MemorySnapshots;
import org.dutyledger.ledger.axon.snapshot.SnapshotStore;
import org.junit.jupiter.api.BeforeEach;

/** Axon's published suites for engines, inherited as they are. A subclass provides the ledger. */
abstract class LedgerEngineSuite extends BatchingEventStorageEngineTest<LedgerEventStorageEngine, LedgerEngineBuilder> {
    private Ledger ledger;
    private SnapshotStore snapshots;

    /** An empty ledger. */
    abstract Ledger newLedger();

    /** No snapshots. */
    abstract SnapshotStore newSnapshots();

    @BeforeEach
    void setUp() {
        ledger = newLedger();
        snapshots = newSnapshots();
        setTestSubject(createEngine());
    }

    @Override
    protected LedgerEventStorageEngine createEngine(UnaryOperator<LedgerEngineBuilder> customization) {
        return customization.apply(builder(ledger, snapshots)).build();
    }

    /** One of Axon's tests allows 100 ms for an append and a read: time for the work, not for loading classes. */
    static void warmUp(Ledger ledger) {
        LedgerEventStorageEngine engine = builder(ledger, new MemorySnapshots()).build();
        for (int i = 0; i < 50; i++) {
            engine.appendEvents(EventStoreTestUtils.createEvent("warm-up", i));
            engine.readEvents(engine.createTailToken(), false).forEach(event -> event.getPayload());
        }
    }

    static LedgerEngineBuilder builder(Ledger ledger, SnapshotStore snapshots) {
        return LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .snapshots(snapshots)
                .eventSerializer(JacksonSerializer.defaultSerializer())
                .snapshotSerializer(JacksonSerializer.defaultSerializer());
    }
}
