package org.dutyledger.submission.intake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.axon.AppendReceipts;
import org.dutyledger.submission.domain.Decision;
import org.dutyledger.submission.domain.DutyCommand;

/** Sends a command on this thread and brings back the decision together with the receipt of what it stored. */
public final class CommandSender {
    private final CommandBus bus;
    private final AppendReceipts receipts;
    private final RecentAggregates recent;

    public CommandSender(CommandBus bus, AppendReceipts receipts, RecentAggregates recent) {
        this.bus = bus;
        this.receipts = receipts;
        this.recent = recent;
    }

    /**
     * The decision; exceptions of the unit of work are passed on.
     *
     * @param uncached whether to decide on the ledger's current state, without cached aggregates
     */
    Outcome send(DutyCommand command, Map<String, String> meta, boolean uncached) {
        return uncached ? recent.uncached(() -> send(command, meta)) : send(command, meta);
    }

    private Outcome send(DutyCommand command, Map<String, String> meta) {
        receipts.take();
        CompletableFuture<CommandResultMessage<?>> answered = new CompletableFuture<>();
        CommandMessage<DutyCommand> message =
                GenericCommandMessage.<DutyCommand>asCommandMessage(command).withMetaData(meta);
        bus.<DutyCommand, Object>dispatch(message, (sent, result) -> answered.complete(result));
        // the bus is a simple one: it has answered when dispatch returns
        CommandResultMessage<?> result = answered.join();
        Optional<Receipt> receipt = receipts.take();
        if (result.isExceptional()) {
            Throwable why = result.exceptionResult();
            throw why instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(why);
        }
        return new Outcome((Decision) result.getPayload(), receipt);
    }

    record Outcome(Decision decision, Optional<Receipt> receipt) {}
}
