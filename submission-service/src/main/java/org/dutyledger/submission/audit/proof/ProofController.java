package org.dutyledger.submission.audit.proof;

import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.submission.audit.SignedTree;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Gives proofs that anyone can check without us. */
@RestController
@RequestMapping("/api/v1/ledger/proof")
final class ProofController {
    private final Ledger ledger;
    private final SignedTree tree;
    private final BlockingCalls blocking;

    ProofController(Ledger ledger, SignedTree tree, BlockingCalls blocking) {
        this.ledger = ledger;
        this.tree = tree;
        this.blocking = blocking;
    }

    /** Of any jurisdiction: hashes tell nothing of what was submitted. */
    @GetMapping("/{position}")
    Mono<EventProof> event(@PathVariable("position") long position, Caller caller) {
        caller.require("auditor");
        return blocking.call(() -> EventProof.of(position, ledger, tree));
    }
}
