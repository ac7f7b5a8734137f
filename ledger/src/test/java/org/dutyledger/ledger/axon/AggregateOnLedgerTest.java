package org.dutyledger.ledger.axon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.axon.snapshot.MemorySnapshots;
import org.dutyledger.ledger.envelope.EventEnvelope;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a command to the ledger and back through Axon's own command bus and event store. */
class AggregateOnLedgerTest {
    record Add(@TargetAggregateIdentifier String counter, int amount) {}

    record Added(String counter, int amount) {}

    static class Counter {
        @AggregateIdentifier
        private String id;

        private int total;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        int add(Add command) {
            if (total + command.amount() > 10) {
                throw new IllegalStateException("more than ten");
            }
            AggregateLifecycle.apply(new Added(command.counter(), command.amount()));
            return total;
        }

        @EventSourcingHandler
        void on(Added event) {
            id = event.counter();
            total += event.amount();
        }
    }

    private final MemoryLedger ledger = new MemoryLedger();
    private final AppendReceipts receipts = new AppendReceipts();
    private Configuration axon;

    @BeforeEach
    void start() {
        LedgerEventStorageEngine engine = LedgerEngineSuite.builder(ledger, new MemorySnapshots())
                .receipts(receipts)
                .build();
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(
                        c -> EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureCorrelationDataProviders(c -> List.of(new SimpleCorrelationDataProvider("request", "actor")))
                .configureAggregate(Counter.class)
                .start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
        ledger.close();
    }

    @Test
    void sender_holdsTheReceiptOfWhatItsCommandStored() {
        assertThat(send("c", 3, "key-1")).isEqualTo(3);
        assertThat(receipts.take().orElseThrow().firstPosition()).isZero();
        assertThat(send("c", 4, "key-2")).isEqualTo(7);
        Receipt receipt = receipts.take().orElseThrow();
        assertThat(receipt.firstPosition()).isEqualTo(1);
        assertThat(receipt.hash()).isEqualTo(ledger.read(1, 1).get(0).hash());
    }

    @Test
    void refusedCommand_storesNothingAndLeavesNoReceipt() {
        assertThatThrownBy(() -> send("c", 11, "key-1")).hasMessageContaining("more than ten");
        assertThat(receipts.take()).isEmpty();
        assertThat(ledger.size()).isZero();
    }

    @Test
    void metadataOfTheCommand_isInTheHashedBytes() {
        send("c", 3, "key-1");
        EventEnvelope stored = EventEnvelope.read(
                ledger.findRequest("key-1").orElseThrow().events().get(0).data());
        assertThat(stored.meta()).isEqualTo(Map.of("request", "key-1", "actor", "zhang"));
        assertThat(stored.aggregate()).isEqualTo("c");
        assertThat(stored.aggregateType()).isEqualTo("Counter");
        assertThat(stored.commit()).isEqualTo(ledger.read(0, 1).get(0).id().toString());
        assertThat(new String(stored.payload(), UTF_8)).isEqualTo("{\"counter\":\"c\",\"amount\":3}");
    }

    @Test
    void unitOfWorkOverTwoAggregates_isOneCommit() {
        var unit = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("both"));
        send("one", 1, "key-1");
        send("two", 2, "key-1");
        assertThat(ledger.size()).isZero();
        unit.commit();
        assertThat(ledger.read(0, 10)).singleElement().satisfies(c -> assertThat(c.events())
                .hasSize(2));
    }

    private int send(String counter, int amount, String request) {
        Object command = GenericCommandMessage.asCommandMessage(new Add(counter, amount))
                .withMetaData(Map.of("request", request, "actor", "zhang"));
        return axon.commandGateway().<Integer>sendAndWait(command);
    }
}
