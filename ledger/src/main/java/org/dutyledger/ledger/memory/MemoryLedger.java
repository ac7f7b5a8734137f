package org.dutyledger.ledger.memory;

import org.dutyledger.ledger.append.AppendListener;
import org.dutyledger.ledger.append.AppendSettings;
import org.dutyledger.ledger.append.GroupCommitLedger;

/** Keeps every promise of the ledger but durability; for tests and trials. Close it to end its thread. */
public final class MemoryLedger extends GroupCommitLedger {
    public MemoryLedger() {
        this(AppendSettings.defaults());
    }

    public MemoryLedger(AppendSettings settings) {
        this(new MemoryLogStore(), settings);
    }

    MemoryLedger(MemoryLogStore store, AppendSettings settings) {
        super(store, settings, new AppendListener() {});
    }
}
