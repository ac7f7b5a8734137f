package org.dutyledger.ledger.axon;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.LedgerException;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.StreamConflictException;
import org.dutyledger.ledger.axon.snapshot.SnapshotStore;
import org.dutyledger.ledger.envelope.EventEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * Axon's access to the ledger.
 *
 * <p>Each call of {@code appendEvents}, which is one unit of work, becomes one commit: stored as a whole or not at all,
 * durable on return. A tracking token is a position, so the order of reading is the order of commits and a token never
 * goes stale. Receipts are left in {@link AppendReceipts}; a request that is stored already is a {@link
 * RepeatedRequestException}.
 */
public class LedgerEventStorageEngine extends BatchingEventStorageEngine {
    private static final int SCAN_PAGE = 200;

    private final Ledger ledger;
    private final CommitComposer composer;
    private final SnapshotStore snapshots;
    private final AppendReceipts receipts;
    private final Runnable signal;
    /** A guess that keeps a page near the size asked for; the ledger counts commits, Axon counts events. */
    private volatile int eventsPerCommit = 1;

    protected LedgerEventStorageEngine(LedgerEngineBuilder builder) {
        super(builder);
        this.ledger = Objects.requireNonNull(builder.ledger);
        this.composer = builder.composer();
        this.snapshots = builder.snapshots;
        this.receipts = builder.receipts;
        this.signal = builder.signal;
    }

    /** A builder for an engine. */
    public static LedgerEngineBuilder builder() {
        return new LedgerEngineBuilder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        try {
            NewCommit commit = composer.compose(events, serializer);
            Receipt receipt = ledger.append(commit);
            if (receipt.repeated()) {
                throw new RepeatedRequestException();
            }
            receipts.put(receipt);
        } catch (StreamConflictException e) {
            handlePersistenceException(e, clashing(e, events));
        } catch (LedgerException e) {
            throw new LedgerUnavailableException(e);
        }
        signal.run();
    }

    private static EventMessage<?> clashing(StreamConflictException conflict, List<? extends EventMessage<?>> events) {
        String id = conflict.event().id();
        return events.stream()
                .filter(event -> event.getIdentifier().equals(id))
                .findFirst()
                .orElseThrow(() -> conflict);
    }

    /** May return some more than asked for: a commit is not cut. */
    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken token, int batchSize) {
        long next = token == null ? 0 : position(token) + 1;
        int limit = Math.max(1, batchSize / eventsPerCommit);
        List<StoredCommit> commits = reading(() -> ledger.read(next, limit));
        List<StoredEvent> events = commits.stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.position() >= next)
                .toList();
        eventsPerCommit = Math.max(1, events.size() / Math.max(1, commits.size()));
        return events.stream().map(EnvelopeData::tracked).toList();
    }

    private static long position(TrackingToken token) {
        return token.position()
                .orElseThrow(() -> new IllegalArgumentException("no position in a token of " + token.getClass()));
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String aggregate, long first, int batchSize) {
        return reading(() -> ledger.readStream(aggregate, first, batchSize)).stream()
                .map(event -> EventEnvelope.read(event.data()))
                .filter(envelope -> !envelope.isStandalone())
                .map(EnvelopeData::domain)
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        OptionalLong last = reading(() -> ledger.lastSequence(aggregate));
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reading(ledger::size) - 1);
    }

    /**
     * Just before the first event, in ledger order, that happened at that time or later; the head when there is none.
     * Reads the ledger from its start: a tool for a reset, not for requests.
     */
    @Override
    public TrackingToken createTokenAt(Instant time) {
        long next = 0;
        for (List<StoredCommit> page = page(next); !page.isEmpty(); page = page(next)) {
            Optional<StoredEvent> found = page.stream()
                    .flatMap(commit -> commit.events().stream())
                    .filter(event -> !EventEnvelope.read(event.data()).ts().isBefore(time))
                    .findFirst();
            if (found.isPresent()) {
                return new GlobalSequenceTrackingToken(found.get().position() - 1);
            }
            next = page.get(page.size() - 1).nextPosition();
        }
        return new GlobalSequenceTrackingToken(next - 1);
    }

    private List<StoredCommit> page(long from) {
        return reading(() -> ledger.read(from, SCAN_PAGE));
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (LedgerException e) {
            throw new LedgerUnavailableException(e);
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        byte[] envelope = CommitComposer.envelope(snapshot, serializer, null).bytes();
        snapshots.store(snapshot.getAggregateIdentifier(), snapshot.getSequenceNumber(), envelope);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        return snapshots.newest(aggregate).map(EventEnvelope::read).map(EnvelopeData::domain).stream();
    }
}
