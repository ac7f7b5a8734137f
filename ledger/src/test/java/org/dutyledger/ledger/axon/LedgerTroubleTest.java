package org.dutyledger.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.json.JacksonSerializer;
import org.dutyledger.ledger.AppendOutcomeUnknownException;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.LedgerBusyException;
import org.dutyledger.ledger.LedgerException;
import org.junit.jupiter.api.Test;

class LedgerTroubleTest {
    private final Ledger ledger = mock(Ledger.class);
    private final AppendReceipts receipts = new AppendReceipts();
    private final LedgerEventStorageEngine engine = LedgerEventStorageEngine.builder()
            .ledger(ledger)
            .receipts(receipts)
            .eventSerializer(JacksonSerializer.defaultSerializer())
            .snapshotSerializer(JacksonSerializer.defaultSerializer())
            .build();

    @Test
    void busyLedger_isTemporarilyUnavailableWithItsCause() {
        LedgerBusyException cause = new LedgerBusyException("full", null);
        assertThat(appendAgainst(cause).outcomeUnknown()).isFalse();
        assertThat(appendAgainst(cause)).hasCause(cause);
        assertThat(receipts.take()).isEmpty();
    }

    @Test
    void unknownOutcome_isReportedAsSuch() {
        assertThat(appendAgainst(new AppendOutcomeUnknownException("?", null)).outcomeUnknown())
                .isTrue();
    }

    @Test
    void unreadableLedger_isUnavailableToo() {
        LedgerBusyException cause = new LedgerBusyException("away", null);
        doThrow(cause).when(ledger).readStream(any(), anyLong(), anyInt());
        doThrow(cause).when(ledger).size();
        assertThatThrownBy(() -> engine.readEvents("a").hasNext())
                .isInstanceOf(LedgerUnavailableException.class)
                .hasCause(cause);
        assertThatThrownBy(engine::createHeadToken).isInstanceOf(LedgerUnavailableException.class);
    }

    private LedgerUnavailableException appendAgainst(LedgerException trouble) {
        doThrow(trouble).when(ledger).append(any());
        return catchThrowableOfType(
                LedgerUnavailableException.class,
                () -> engine.appendEvents(new GenericDomainEventMessage<>("T", "a", 0, "p")));
    }
}
