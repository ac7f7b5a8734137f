package org.dutyledger.submission.audit;

import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.export.LedgerExport;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.SignedNote;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The whole ledger as lines, for checking it without DutyLedger. Sent page by page at the reader's pace; an export that
 * breaks off lacks its last line, which a verifier reports. The last line of a broken ledger's export is a refusal.
 */
@RestController
final class ExportController {
    private final LedgerReader ledger;
    private final SignedTree tree;
    private final CheckpointSigner signer;
    private final CheckpointHistory history;
    private final BlockingCalls blocking;

    ExportController(
            LedgerReader ledger,
            SignedTree tree,
            CheckpointSigner signer,
            CheckpointHistory history,
            BlockingCalls blocking) {
        this.ledger = ledger;
        this.tree = tree;
        this.signer = signer;
        this.history = history;
        this.blocking = blocking;
    }

    @GetMapping("/api/v1/ledger/export")
    Mono<ResponseEntity<Flux<byte[]>>> export(Caller caller) {
        caller.require("auditor");
        LedgerController.requireAllJurisdictions(caller);
        return blocking.call(this::checkpoint).map(checkpoint -> ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .header("Content-Disposition", "attachment; filename=\"ledger.ndjson\"")
                .body(Flux.defer(() -> pages(checkpoint))));
    }

    private Flux<byte[]> pages(SignedNote checkpoint) {
        LedgerExport export = new LedgerExport(ledger, signer, checkpoint, history);
        return blocking.call(export::next).repeat().takeWhile(page -> page.length > 0);
    }

    /** A checkpoint of all that is stored; a tree that ends before the ledger does has met a hole. */
    private SignedNote checkpoint() {
        long size = ledger.size();
        SignedNote checkpoint = tree.checkpoint();
        long covered = Checkpoint.parse(checkpoint.text()).size();
        if (covered < size) {
            throw new Problem(
                    409,
                    LedgerExport.BROKEN,
                    "the ledger holds " + size + " events, but none can be read at position " + covered
                            + "; nothing is exported. './dutyledger verify-ledger --mongodb-uri' reports details");
        }
        return checkpoint;
    }
}
