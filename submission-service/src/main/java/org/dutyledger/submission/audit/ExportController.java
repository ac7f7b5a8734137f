package org.dutyledger.submission.audit;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.checkpoint.Checkpoint;
import org.dutyledger.ledger.checkpoint.CheckpointSigner;
import org.dutyledger.ledger.export.ExportWriter;
import org.dutyledger.ledger.note.SignedNote;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The whole ledger as lines, for checking it without us. Sent page by page as the reader takes it; an export that breaks
 * off lacks its last line, and a verifier says so.
 */
@RestController
final class ExportController {
    private static final int PAGE = 200;
    private final Ledger ledger;
    private final SignedTree tree;
    private final CheckpointSigner signer;
    private final BlockingCalls blocking;

    ExportController(Ledger ledger, SignedTree tree, CheckpointSigner signer, BlockingCalls blocking) {
        this.ledger = ledger;
        this.tree = tree;
        this.signer = signer;
        this.blocking = blocking;
    }

    @GetMapping("/api/v1/ledger/export")
    Mono<ResponseEntity<Flux<byte[]>>> export(Caller caller) {
        caller.require("auditor");
        LedgerController.requireAllJurisdictions(caller);
        return blocking.call(tree::checkpoint).map(checkpoint -> ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .header("Content-Disposition", "attachment; filename=\"ledger.ndjson\"")
                .body(Flux.defer(() -> pages(new Pages(checkpoint)))));
    }

    private Flux<byte[]> pages(Pages pages) {
        return blocking.call(pages::next).repeat().takeWhile(page -> page.length > 0);
    }

    /** One export under way; asked for one page after the other. */
    private final class Pages {
        private final SignedNote checkpoint;
        private final long size;
        private final ExportWriter writer = new ExportWriter();
        private long next;
        private boolean ended;

        Pages(SignedNote checkpoint) {
            this.checkpoint = checkpoint;
            this.size = Checkpoint.parse(checkpoint.text()).size();
        }

        /** The next lines; nothing after the last. */
        byte[] next() {
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            if (next < size) {
                List<StoredCommit> commits = ledger.read(next, PAGE);
                if (commits.isEmpty()) {
                    throw new IllegalStateException("the ledger ends at " + next + ", but " + size + " were signed");
                }
                for (StoredCommit commit : commits) {
                    if (commit.position() < size) {
                        page.writeBytes(writer.line(commit));
                        next = commit.nextPosition();
                    }
                }
            } else if (!ended) {
                page.writeBytes(writer.end(checkpoint, signer));
                ended = true;
            }
            return page.toByteArray();
        }
    }
}
