package org.dutyledger.submission;

import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.Serializer;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.axon.AppendReceipts;
import org.dutyledger.ledger.axon.LedgerEventStorageEngine;
import org.dutyledger.submission.domain.cycle.Cycle;
import org.dutyledger.submission.domain.cycle.CycleCommandHandler;
import org.dutyledger.submission.domain.evidence.EvidenceCommandHandler;
import org.dutyledger.submission.domain.evidence.IndicatorEvidence;
import org.dutyledger.submission.intake.EventStamp;
import org.dutyledger.submission.intake.RecentAggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Axon, configured by hand: a command runs on the thread of its sender, one unit of work is one commit, and the event
 * bus has no other subscriber. No snapshots: streams are small. No event processors: projections are fed by Kafka.
 */
@Configuration(proxyBeanMethods = false)
class AxonWiring {
    /** Aggregates kept in memory: the indicators of some forty cycles. */
    private static final int KEPT = 1_000;

    @Bean
    AppendReceipts appendReceipts() {
        return new AppendReceipts();
    }

    @Bean
    EventStorageEngine storageEngine(
            Ledger ledger, AppendReceipts receipts, PublisherSignal signal, IntakeWiring.IntakeClock time) {
        Serializer payloads = new EventPayloads();
        return LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .receipts(receipts)
                .signal(signal)
                .time(time.clock(), time.ids())
                .eventSerializer(payloads)
                .snapshotSerializer(payloads)
                .build();
    }

    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(EventStorageEngine engine) {
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        store.registerDispatchInterceptor(new EventStamp());
        return store;
    }

    @Bean
    RecentAggregates recentAggregates() {
        return new RecentAggregates(KEPT);
    }

    @Bean
    CommandBus commandBus(EventStore store, RecentAggregates recent) {
        CommandBus bus = SimpleCommandBus.builder().build();
        Repository<IndicatorEvidence> evidence = EventSourcingRepository.builder(IndicatorEvidence.class)
                .eventStore(store)
                .cache(recent)
                .build();
        Repository<Cycle> cycles =
                EventSourcingRepository.builder(Cycle.class).eventStore(store).build();
        new AnnotationCommandHandlerAdapter<>(new EvidenceCommandHandler(evidence)).subscribe(bus);
        new AnnotationCommandHandlerAdapter<>(new CycleCommandHandler(cycles, evidence)).subscribe(bus);
        return bus;
    }
}
