package org.dutyledger.ledger.axon;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.envelope.EventEnvelope;
import org.jspecify.annotations.Nullable;

/** Turns the messages of one unit of work into one commit, in the thread of the caller. */
final class CommitComposer {
    /** Metadata of this key names the request; see {@link NewCommit#requestId()}. */
    static final String REQUEST = "request";

    private final Clock clock;
    private final TimeOrderedIds ids;

    CommitComposer(Clock clock, TimeOrderedIds ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * The commit.
     *
     * @throws EventStoreException when the events name two requests
     */
    NewCommit compose(List<? extends EventMessage<?>> messages, Serializer serializer) {
        UUID id = ids.next();
        List<NewEvent> events = new ArrayList<>(messages.size());
        for (EventMessage<?> message : messages) {
            EventEnvelope e = envelope(message, serializer, id.toString());
            events.add(new NewEvent(e.aggregate(), e.seq(), e.type(), e.id(), e.bytes()));
        }
        return new NewCommit(id, request(messages), clock.instant().truncatedTo(ChronoUnit.MILLIS), events);
    }

    static EventEnvelope envelope(EventMessage<?> message, Serializer serializer, @Nullable String commit) {
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> d ? d : null;
        return new EventEnvelope(
                domain == null ? message.getIdentifier() : domain.getAggregateIdentifier(),
                domain == null ? null : domain.getType(),
                commit,
                message.getIdentifier(),
                strings(message),
                payload.getData(),
                payload.getType().getRevision(),
                domain == null ? 0 : domain.getSequenceNumber(),
                message.getTimestamp(),
                payload.getType().getName());
    }

    private static Map<String, String> strings(EventMessage<?> message) {
        Map<String, String> strings = new HashMap<>();
        message.getMetaData().forEach((key, value) -> {
            if (value != null) {
                strings.put(key, value.toString());
            }
        });
        return strings;
    }

    private static @Nullable String request(List<? extends EventMessage<?>> messages) {
        Object request = null;
        for (EventMessage<?> message : messages) {
            Object other = message.getMetaData().get(REQUEST);
            if (request != null && other != null && !request.equals(other)) {
                throw new EventStoreException("one unit of work, two requests: '" + request + "' and '" + other + "'");
            }
            request = other == null ? request : other;
        }
        return request == null ? null : request.toString();
    }
}
