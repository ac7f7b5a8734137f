package org.dutyledger.submission.audit.tile;

import java.time.Duration;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Problem;
import org.dutyledger.proof.tile.TileId;
import org.dutyledger.submission.audit.SignedTree;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Gives out the tiles that the last checkpoint covers, so that anyone can build the tree or a proof independently. */
@RestController
final class TileController {
    private static final String ROOT = "/.well-known/dutyledger/";

    /** A tile of a given width never changes, full or partial. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final SignedTree tree;
    private final BlockingCalls blocking;

    TileController(SignedTree tree, BlockingCalls blocking) {
        this.tree = tree;
        this.blocking = blocking;
    }

    @GetMapping(ROOT + "tile/**")
    Mono<ResponseEntity<byte[]>> tile(ServerHttpRequest request) {
        // as it was sent: a path with escapes is not the path of a tile
        String path = request.getURI().getRawPath().substring(ROOT.length());
        TileId id = TileId.parse(path)
                .orElseThrow(() -> new Problem(
                        400, "TILE_PATH_INVALID", "the path of a tile is like tile/0/x001/234 or tile/1/000.p/17"));
        return blocking.call(() -> tree.tile(id)
                        .orElseThrow(
                                () -> new Problem(404, "TILE_UNKNOWN", "the last checkpoint covers no " + id.path())))
                .map(hashes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(FOR_EVER)
                        .body(hashes));
    }
}
