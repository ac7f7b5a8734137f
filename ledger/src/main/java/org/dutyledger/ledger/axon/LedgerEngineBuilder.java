package org.dutyledger.ledger.axon;

import java.time.Clock;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StreamConflictException;
import org.dutyledger.ledger.axon.snapshot.MemorySnapshots;
import org.dutyledger.ledger.axon.snapshot.SnapshotStore;
import org.jspecify.annotations.Nullable;

/** Puts an engine together. The ledger and both serializers have to be given. */
public final class LedgerEngineBuilder extends BatchingEventStorageEngine.Builder {
    @Nullable
    Ledger ledger;

    private boolean eventSerializerGiven;
    private boolean snapshotSerializerGiven;
    private Clock clock = Clock.systemUTC();
    private TimeOrderedIds ids = TimeOrderedIds.system();
    SnapshotStore snapshots = new MemorySnapshots();
    AppendReceipts receipts = new AppendReceipts();
    Runnable signal = () -> {};

    LedgerEngineBuilder() {
        persistenceExceptionResolver(StreamConflictException.class::isInstance);
    }

    /** The ledger that keeps the events. */
    public LedgerEngineBuilder ledger(Ledger ledger) {
        this.ledger = ledger;
        return this;
    }

    /** Where receipts are left for the sender of a command. */
    public LedgerEngineBuilder receipts(AppendReceipts receipts) {
        this.receipts = receipts;
        return this;
    }

    /** Rung on the appending thread after each append, for instance to wake a publisher; must be quick and not throw. */
    public LedgerEngineBuilder signal(Runnable signal) {
        this.signal = signal;
        return this;
    }

    /** Where snapshots go. Default: in memory. */
    public LedgerEngineBuilder snapshots(SnapshotStore snapshots) {
        this.snapshots = snapshots;
        return this;
    }

    /** The server's clock, and what mints commit ids. */
    public LedgerEngineBuilder time(Clock clock, TimeOrderedIds ids) {
        this.clock = clock;
        this.ids = ids;
        return this;
    }

    /** The serializer of payloads: the name it gives a type is the stored name. Metadata are not its business. */
    @Override
    public LedgerEngineBuilder eventSerializer(Serializer serializer) {
        super.eventSerializer(new MetadataSerializer(serializer));
        eventSerializerGiven = true;
        return this;
    }

    @Override
    public LedgerEngineBuilder snapshotSerializer(Serializer serializer) {
        super.snapshotSerializer(new MetadataSerializer(serializer));
        snapshotSerializerGiven = true;
        return this;
    }

    @Override
    public LedgerEngineBuilder upcasterChain(EventUpcaster upcasterChain) {
        super.upcasterChain(upcasterChain);
        return this;
    }

    @Override
    public LedgerEngineBuilder persistenceExceptionResolver(PersistenceExceptionResolver resolver) {
        super.persistenceExceptionResolver(resolver);
        return this;
    }

    @Override
    public LedgerEngineBuilder snapshotFilter(SnapshotFilter filter) {
        super.snapshotFilter(filter);
        return this;
    }

    @Override
    public LedgerEngineBuilder batchSize(int batchSize) {
        super.batchSize(batchSize);
        return this;
    }

    /** The engine. */
    public LedgerEventStorageEngine build() {
        return new LedgerEventStorageEngine(this);
    }

    CommitComposer composer() {
        return new CommitComposer(clock, ids);
    }

    @Override
    protected void validate() {
        if (ledger == null || !eventSerializerGiven || !snapshotSerializerGiven) {
            throw new AxonConfigurationException("a ledger, an event and a snapshot serializer have to be given");
        }
        super.validate();
    }
}
