package org.dutyledger.benchmarks.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.export.Exported;
import org.dutyledger.proof.verify.ChainVerifier;
import org.dutyledger.proof.verify.LedgerBreak;

/** Reads a ledger from its beginning and recomputes it. */
public final class Chain {
    private Chain() {}

    /** The first gap or wrong hash; passes on each sound commit, in order. */
    public static Optional<LedgerBreak> firstBreak(Ledger ledger, Consumer<StoredCommit> right) {
        ChainVerifier verifier = new ChainVerifier();
        for (List<StoredCommit> page = ledger.read(0, 1000);
                !page.isEmpty();
                page = ledger.read(verifier.size(), 1000)) {
            for (StoredCommit commit : page) {
                verifier.accept(Exported.of(commit));
                if (verifier.firstBreak().isPresent()) {
                    return verifier.firstBreak();
                }
                right.accept(commit);
            }
        }
        return Optional.empty();
    }
}
