package org.dutyledger.submission.audit.checkpoint;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.SignedNote;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Public without a token: the newest checkpoint, and the key that signs them. */
@RestController
@RequestMapping("/.well-known/dutyledger")
final class PublishedNoteController {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");
    private final CheckpointHistory history;
    private final CheckpointSigner signer;
    private final BlockingCalls blocking;

    PublishedNoteController(CheckpointHistory history, CheckpointSigner signer, BlockingCalls blocking) {
        this.history = history;
        this.signer = signer;
        this.blocking = blocking;
    }

    @GetMapping("/checkpoint")
    Mono<ResponseEntity<byte[]>> checkpoint() {
        return blocking.call(() -> {
            SignedNote newest = history.newest()
                    .orElseThrow(() -> new Problem(
                            404, "CHECKPOINT_NOT_FOUND", "no checkpoint was signed yet: the ledger is new"));
            return answer(newest.format(), TEXT, CacheControl.maxAge(Duration.ofSeconds(5)));
        });
    }

    @GetMapping("/key.pem")
    ResponseEntity<byte[]> key() {
        return answer(Ed25519Keys.pem(signer.publicKey()), PEM, CacheControl.maxAge(Duration.ofMinutes(5)));
    }

    /** With an ETag, so that a repeated request gets a short 304 when nothing has changed. */
    private static ResponseEntity<byte[]> answer(String text, MediaType type, CacheControl cache) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(cache.cachePublic())
                .eTag(HexFormat.of().formatHex(CommitHash.leaf(body), 0, 16))
                .body(body);
    }
}
