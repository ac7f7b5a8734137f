package org.dutyledger.ledger.axon;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.envelope.EventEnvelope;
import org.jspecify.annotations.Nullable;

/** Shows an envelope to Axon: a domain event to those who load an aggregate, a tracked one to those who follow the log. */
sealed class EnvelopeData implements EventData<Object> {
    final EventEnvelope envelope;

    private EnvelopeData(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    static DomainEventData<Object> domain(EventEnvelope envelope) {
        return new OfAggregate(envelope);
    }

    static TrackedEventData<Object> tracked(StoredEvent event) {
        EventEnvelope envelope = EventEnvelope.read(event.data());
        TrackingToken token = new GlobalSequenceTrackingToken(event.position());
        return envelope.isStandalone()
                ? new Standalone(envelope, token)
                : new TrackedDomainEventData<>(token, new OfAggregate(envelope));
    }

    @Override
    public String getEventIdentifier() {
        return envelope.id();
    }

    @Override
    public Instant getTimestamp() {
        return envelope.ts();
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public SerializedObject<Object> getMetaData() {
        return new SerializedMetaData<>(MetaData.from(envelope.meta()), (Class) MetaData.class);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public SerializedObject<Object> getPayload() {
        return new SimpleSerializedObject<>(
                envelope.payload(),
                (Class) byte[].class,
                new SimpleSerializedType(envelope.type(), envelope.revision()));
    }

    private static final class OfAggregate extends EnvelopeData implements DomainEventData<Object> {
        OfAggregate(EventEnvelope envelope) {
            super(envelope);
        }

        @Override
        public @Nullable String getType() {
            return envelope.aggregateType();
        }

        @Override
        public String getAggregateIdentifier() {
            return envelope.aggregate();
        }

        @Override
        public long getSequenceNumber() {
            return envelope.seq();
        }
    }

    private static final class Standalone extends EnvelopeData implements TrackedEventData<Object> {
        private final TrackingToken token;

        Standalone(EventEnvelope envelope, TrackingToken token) {
            super(envelope);
            this.token = token;
        }

        @Override
        public TrackingToken trackingToken() {
            return token;
        }
    }
}
