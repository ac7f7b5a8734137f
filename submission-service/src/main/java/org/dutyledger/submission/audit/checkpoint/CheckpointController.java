package org.dutyledger.submission.audit.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.ExactBase64;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.submission.audit.SignedTree;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Every checkpoint that was given out, the consistency proof of two of them, and the endpoint for cosignatures. */
@RestController
@RequestMapping("/api/v1/ledger")
final class CheckpointController {
    private static final int MAX_LIMIT = 1_000;
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private final CheckpointHistory history;
    private final SignedTree tree;
    private final Cosignatures cosignatures;
    private final BlockingCalls blocking;

    CheckpointController(
            CheckpointHistory history, SignedTree tree, Cosignatures cosignatures, BlockingCalls blocking) {
        this.history = history;
        this.tree = tree;
        this.cosignatures = cosignatures;
        this.blocking = blocking;
    }

    @GetMapping("/checkpoints")
    Mono<Page> checkpoints(
            @RequestParam(name = "from", defaultValue = "0") long from,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            Caller caller) {
        caller.require("auditor");
        if (from < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new Problem(400, "INVALID_RANGE", "from is a size of at least 0, limit is 1 to " + MAX_LIMIT);
        }
        return blocking.call(
                () -> new Page(history.from(from, limit).stream().map(Entry::of).toList()));
    }

    @GetMapping("/consistency")
    Mono<Consistency> consistency(
            @RequestParam(name = "from") long from, @RequestParam(name = "to") long to, Caller caller) {
        caller.require("auditor", "supervisor", "office", "service");
        if (from < 0 || to < from) {
            throw new Problem(400, "INVALID_RANGE", "from and to are sizes of the ledger, from not above to");
        }
        return blocking.call(() -> Consistency.of(from, to, tree.consistency(from, to)));
    }

    @PostMapping("/checkpoints/{size}/cosignatures")
    Mono<ResponseEntity<byte[]>> cosign(
            @PathVariable("size") long size, @RequestBody(required = false) byte[] body, Caller caller) {
        caller.require("supervisor", "auditor");
        return blocking.call(() -> ResponseEntity.ok()
                .contentType(TEXT)
                .body(cosignatures.accept(size, body).format().getBytes(StandardCharsets.UTF_8)));
    }

    /** In order of size; the next page begins after the last size. */
    record Page(List<Entry> checkpoints) {}

    /** A signed note with all its signatures. */
    record Entry(String size, String note) {
        static Entry of(SignedNote note) {
            return new Entry(Long.toString(Checkpoint.parse(note.text()).size()), note.format());
        }
    }

    /** That the tree of the smaller size is the beginning of the larger one (RFC 6962, 2.1.2); Base64. */
    record Consistency(String from, String to, List<String> proof) {
        static Consistency of(long from, long to, List<byte[]> proof) {
            return new Consistency(
                    Long.toString(from),
                    Long.toString(to),
                    proof.stream().map(ExactBase64::encode).toList());
        }
    }
}
