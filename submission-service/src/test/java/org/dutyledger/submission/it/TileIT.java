package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.tree.MerkleTree;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The tree of a checkpoint can be built from the tiles, without a token. */
class TileIT {
    private static final String TILES = "/.well-known/dutyledger/";

    @TempDir
    static Path directory;

    private static RunningService service;
    private static Checkpoint checkpoint;

    @BeforeAll
    static void open() {
        service = start();
        Api.openCycle(service.as("office"));
        checkpoint = checkpoint();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static RunningService start() {
        return RunningService.start(
                Backends.mongoHost(),
                "127.0.0.1:" + Backends.freePort(),
                "tiles" + directory.hashCode(),
                Map.of(
                        "DUTYLEDGER_CHECKPOINT_KEY",
                                directory.resolve("key.pem").toString(),
                        "DUTYLEDGER_TILES", directory.resolve("tiles").toString()));
    }

    /** Signed when it is asked for. */
    private static Checkpoint checkpoint() {
        JsonNode proof = service.as("auditor").get("/ledger/proof/0").body();
        return ProofIT.checkpoint(proof);
    }

    @Test
    void theTreeOfTheTiles_isTheOneThatWasSigned() {
        MerkleTree tree = new MerkleTree();
        int size = (int) checkpoint.size();
        for (int from = 0; from < size; from += 256) {
            int width = Math.min(256, size - from);
            String path = "tile/0/%03d".formatted(from / 256) + (width < 256 ? ".p/" + width : "");
            HttpResponse<byte[]> tile = service.get(TILES + path);
            assertThat(tile.statusCode()).as(path).isEqualTo(200);
            assertThat(tile.body()).hasSize(32 * width);
            assertThat(tile.headers().firstValue("content-type")).contains("application/octet-stream");
            assertThat(tile.headers().firstValue("cache-control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("immutable", "public", "max-age=31536000"));
            for (int at = 0; at < tile.body().length; at += 32) {
                tree.add(Arrays.copyOfRange(tile.body(), at, at + 32));
            }
        }
        assertThat(tree.root()).isEqualTo(checkpoint.root());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/999", "tile/0/000.p/255", "tile/7/000", "tile/63/000", "tile/0/x999/x999/999"})
    void tileBeyondTheCheckpoint_isUnknown(String path) {
        HttpResponse<byte[]> answer = service.get(TILES + path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).contains("TILE_UNKNOWN");
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/",
                "tile/0",
                "tile/0/0",
                "tile/0/000/",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/99999999999",
                "tile/64/000",
                "tile/99999999999999999999/000",
                "tile/0/%30%30%30",
                "tile/0%2F000",
                "tile/0/000;x=1",
                "tile/0/x000/000",
                "tile/entries/000"
            })
    void otherPaths_areRefused(String path) {
        HttpResponse<byte[]> answer = service.get(TILES + path);
        assertThat(answer.statusCode()).as(text(answer)).isIn(400, 404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("cache-control").orElse("")).doesNotContain("immutable");
    }

    @Test
    void afterARestart_theTilesAreThereAtOnce() {
        int size = (int) checkpoint.size();
        String path = TILES + "tile/0/000.p/" + Math.min(255, size);
        byte[] before = service.get(path).body();
        service.close();
        service = start();
        HttpResponse<byte[]> after = service.get(path);
        assertThat(after.statusCode()).as(text(after)).isEqualTo(200);
        assertThat(after.body()).isEqualTo(before);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
