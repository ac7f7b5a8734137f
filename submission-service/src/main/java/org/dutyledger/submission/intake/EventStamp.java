package org.dutyledger.submission.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Puts the intake's stamp on every event of a command: its metadata, and its time instead of each event's own. */
public final class EventStamp implements MessageDispatchInterceptor<EventMessage<?>> {

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        if (!CurrentUnitOfWork.isStarted()) {
            return (index, event) -> event;
        }
        MetaData command = CurrentUnitOfWork.get().getMessage().getMetaData();
        Map<String, Object> meta = new HashMap<>(command);
        Object at = meta.remove(SubmissionIntake.RECORDED_AT);
        return (index, event) -> at != null && event instanceof DomainEventMessage<?> domain
                ? stamped(domain, meta, Instant.parse(at.toString()))
                : event;
    }

    private static EventMessage<?> stamped(DomainEventMessage<?> event, Map<String, Object> meta, Instant at) {
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                new GenericMessage<>(event.getIdentifier(), event.getPayload(), meta),
                at);
    }
}
