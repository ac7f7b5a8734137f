package org.dutyledger.ledger.axon;

import java.util.Optional;
import org.dutyledger.ledger.Receipt;

/**
 * Hands the receipt of an append to the sender of the command. Axon fixes a command's result before its unit of work
 * commits, so the result cannot carry it; with Axon's simple command bus the append runs on the sender's own thread.
 *
 * <p>Take once before sending (that discards what an earlier command left behind) and once after.
 */
public final class AppendReceipts {
    private final ThreadLocal<Receipt> last = new ThreadLocal<>();

    /**
     * The receipt of the last append on this thread since the last call; empty when nothing was appended.
     */
    public Optional<Receipt> take() {
        Optional<Receipt> receipt = Optional.ofNullable(last.get());
        last.remove();
        return receipt;
    }

    void put(Receipt receipt) {
        last.set(receipt);
    }
}
