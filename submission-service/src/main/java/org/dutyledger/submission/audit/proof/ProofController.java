package org.dutyledger.submission.audit.proof;

import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.submission.audit.SignedTree;
import org.dutyledger.submission.view.CycleDirectory;
import org.dutyledger.submission.view.CycleView;
import org.dutyledger.submission.view.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Returns proofs that can be checked independently of the suite. */
@RestController
@RequestMapping("/api/v1/ledger/proof")
final class ProofController {
    private final LedgerReader ledger;
    private final SignedTree tree;
    private final CycleDirectory cycles;
    private final ReportProofs reports;
    private final BlockingCalls blocking;

    ProofController(
            LedgerReader ledger, SignedTree tree, CycleDirectory cycles, ReportProofs reports, BlockingCalls blocking) {
        this.ledger = ledger;
        this.tree = tree;
        this.cycles = cycles;
        this.reports = reports;
        this.blocking = blocking;
    }

    /** For any jurisdiction: hashes reveal nothing of what was submitted. */
    @GetMapping("/{position}")
    Mono<EventProof> event(@PathVariable("position") long position, Caller caller) {
        caller.require("auditor");
        return blocking.call(() -> EventProof.of(position, ledger, tree));
    }

    /** Of a report; streamed at the reader's pace. A proof that breaks off is not valid JSON. */
    @GetMapping
    Mono<ResponseEntity<Flux<byte[]>>> report(
            @RequestParam("cycle") String cycle,
            @RequestParam("upToPosition") long upToPosition,
            @RequestParam("issued") long issued,
            Caller caller) {
        caller.require("auditor", "office", "supervisor", "service");
        return blocking.call(() -> {
                    CycleView view = Scope.requireResponsible(caller, cycles.require(cycle));
                    return reports.of(view, upToPosition, issued);
                })
                .map(proof -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(blocking.call(proof::next).repeat().takeWhile(page -> page.length > 0)));
    }
}
