package org.dutyledger.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.json.JacksonSerializer;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerEventStorageEngineTest {
    private final MemoryLedger ledger = new MemoryLedger();
    private final AppendReceipts receipts = new AppendReceipts();
    private int rings;
    private final LedgerEventStorageEngine engine = LedgerEventStorageEngine.builder()
            .ledger(ledger)
            .receipts(receipts)
            .signal(() -> rings++)
            .batchSize(4)
            .eventSerializer(JacksonSerializer.defaultSerializer())
            .snapshotSerializer(JacksonSerializer.defaultSerializer())
            .build();

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    @Test
    void unitOfWork_becomesOneCommit_alsoOverTwoAggregates() {
        engine.appendEvents(event("a", 0), event("b", 0), event("a", 1));
        assertThat(ledger.read(0, 10)).hasSize(1);
        assertThat(engine.readEvents("a").asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(0L, 1L);
        assertThat(engine.readEvents("b").asStream()).hasSize(1);
        assertThat(engine.lastSequenceNumberFor("a")).contains(1L);
        assertThat(engine.lastSequenceNumberFor("nobody")).isEmpty();
    }

    @Test
    void receipt_isTakenOnceOnTheAppendingThread() {
        engine.appendEvents(event("a", 0), event("a", 1));
        Receipt receipt = receipts.take().orElseThrow();
        assertThat(receipt.firstPosition()).isZero();
        assertThat(receipt.lastPosition()).isEqualTo(1);
        assertThat(receipt.repeated()).isFalse();
        assertThat(receipts.take()).isEmpty();
        assertThat(rings).isEqualTo(1);
    }

    @Test
    void repeatedRequest_isRefusedAndStoresNothing() {
        engine.appendEvents(List.of(requested("a", 0, "org:key")));
        receipts.take();
        assertThatThrownBy(() -> engine.appendEvents(List.of(requested("b", 0, "org:key"))))
                .isInstanceOf(RepeatedRequestException.class);
        assertThat(receipts.take()).isEmpty();
        assertThat(ledger.size()).isEqualTo(1);
        assertThat(ledger.findRequest("org:key")).isPresent();
    }

    @Test
    void secondAppendOfOneUnitOfWork_isLoud() {
        engine.appendEvents(List.of(requested("a", 0, "org:key")));
        assertThatThrownBy(() -> engine.appendEvents(List.of(requested("a", 1, "org:key"))))
                .isInstanceOf(RepeatedRequestException.class);
    }

    @Test
    void twoRequestsInOneUnitOfWork_areRefused() {
        assertThatThrownBy(() -> engine.appendEvents(List.of(requested("a", 0, "k1"), requested("b", 0, "k2"))))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("two requests");
        assertThat(ledger.size()).isZero();
    }

    @Test
    void takenPlace_isAConcurrencyException_orACreationExceptionForTheFirst() {
        engine.appendEvents(event("a", 0), event("a", 1));
        // the clashing event decides, not the first of the commit
        assertThatThrownBy(() -> engine.appendEvents(event("b", 0), event("a", 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> engine.appendEvents(event("b", 0), event("a", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThat(ledger.size()).isEqualTo(2);
    }

    @Test
    void gapInsideAUnitOfWork_isRefused() {
        assertThatThrownBy(() -> engine.appendEvents(event("a", 0), event("a", 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jumps to 2");
    }

    @Test
    void tokenInsideACommit_skipsWhatWasReadAlready() {
        engine.appendEvents(event("a", 0), event("a", 1), event("a", 2));
        engine.appendEvents(event("a", 3));
        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(1), false)
                        .map(e -> e.trackingToken().position().orElseThrow()))
                .containsExactly(2L, 3L);
    }

    @Test
    void longTail_isReadToItsEnd_whateverTheSizeOfCommits() {
        for (int i = 0; i < 40; i += 10) {
            engine.appendEvents(
                    IntStream.range(i, i + 10).mapToObj(s -> event("a", s)).toList());
            engine.appendEvents(event("single-" + i, 0));
        }
        assertThat(engine.readEvents(null, false)
                        .map(e -> e.trackingToken().position().orElseThrow()))
                .containsExactlyElementsOf(LongStream.range(0, 44).boxed().toList());
    }

    @Test
    void eventOutsideAnyAggregate_isNoAggregate() {
        EventMessage<String> event = new GenericEventMessage<>("hello");
        engine.appendEvents(List.of(event));
        assertThat(engine.readEvents(event.getIdentifier()).asStream()).isEmpty();
        assertThat(engine.readEvents(null, false).toList()).singleElement().isNotInstanceOf(DomainEventMessage.class);
    }

    @Test
    void emptyLedger_hasHeadAndTailBeforeTheFirstPosition() {
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(-1));
        assertThat(engine.createTailToken()).isEqualTo(engine.createHeadToken());
        engine.appendEvents(List.of());
        assertThat(ledger.size()).isZero();
    }

    @Test
    void incompleteBuilder_isRefused() {
        assertThatThrownBy(
                        () -> LedgerEventStorageEngine.builder().ledger(ledger).build())
                .isInstanceOf(AxonConfigurationException.class);
    }

    private static DomainEventMessage<?> event(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>("Type", aggregate, sequence, "payload");
    }

    private static DomainEventMessage<?> requested(String aggregate, long sequence, String request) {
        return event(aggregate, sequence).withMetaData(Map.of("request", request, "actor", "z"));
    }
}
