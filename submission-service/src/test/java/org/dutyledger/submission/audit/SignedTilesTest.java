package org.dutyledger.submission.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.memory.MemoryCheckpoints;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.ledger.notary.Notary;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.checkpoint.InconsistentCheckpointException;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tile.DiskTiles;
import org.dutyledger.proof.tile.MemoryTiles;
import org.dutyledger.proof.tile.TileId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signed tree over a restart, and what of it is given out. */
class SignedTilesTest {
    private static final TileId FIRST = new TileId(0, 0, 256);

    @TempDir
    Path directory;

    private final MemoryLedger ledger = new MemoryLedger();
    private final CheckpointHistory history = new MemoryCheckpoints();
    private final NoteSigner notes = new NoteSigner("a", Ed25519Keys.generate());

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aRestart_readsOnlyWhatIsNew() {
        Growing.append(ledger, 0, 600);
        String before = started(ledger).checkpoint().format();
        List<Long> reads = new ArrayList<>();
        SignedTree again = started(Growing.watched(ledger, reads::add));
        assertThat(again.checkpoint().format()).isEqualTo(before);
        assertThat(again.inclusion(3, 600)).hasSize(10);
        assertThat(reads).isNotEmpty().containsOnly(600L);
        Growing.append(ledger, 600, 700);
        assertThat(Growing.size(again.checkpoint())).isEqualTo(700);
        assertThat(reads).allMatch(from -> from >= 600);
    }

    @Test
    void aDeletedDirectory_isBuiltAgain() throws IOException {
        Growing.append(ledger, 0, 600);
        SignedTree first = started(ledger);
        String before = first.checkpoint().format();
        byte[] tile = first.tile(FIRST).orElseThrow();
        delete(directory.resolve("tiles"));
        SignedTree again = started(ledger);
        assertThat(again.checkpoint().format()).isEqualTo(before);
        assertThat(again.tile(FIRST)).contains(tile);
        assertThat(Files.readAllBytes(directory.resolve("tiles/tile/0/000"))).isEqualTo(tile);
        assertThat(directory.resolve("tiles/tile/0/002.p/88")).exists();
        assertThat(directory.resolve("tiles/tile/1/000.p/2")).exists();
    }

    @Test
    void anotherLedgerUnderTheSameTiles_isNotSignedNorGivenOut() throws IOException {
        Growing.append(ledger, 0, 600);
        started(ledger).checkpoint();
        delete(directory.resolve("tiles"));
        try (MemoryLedger other = new MemoryLedger()) {
            Growing.append(other, 0, 300);
            Growing.append(other, 300, 400, "y");
            Growing.append(other, 400, 700);
            SignedTree rewritten = started(other);
            assertThatThrownBy(rewritten::checkpoint).isInstanceOf(InconsistentCheckpointException.class);
            assertThatThrownBy(() -> rewritten.tile(FIRST)).isInstanceOf(InconsistentCheckpointException.class);
        }
        assertThat(Growing.size(started(ledger).checkpoint())).isEqualTo(600);
    }

    @Test
    void onlyWhatWasSigned_isGivenOut() {
        SignedTree tree = started(ledger);
        assertThat(tree.tile(new TileId(0, 0, 1))).isEmpty();
        Growing.append(ledger, 0, 300);
        assertThat(tree.tile(new TileId(0, 0, 1))).isEmpty();
        Checkpoint checkpoint = Checkpoint.parse(tree.checkpoint().text());
        Growing.append(ledger, 300, 600);
        assertThat(tree.tile(FIRST))
                .hasValueSatisfying(hashes -> assertThat(hashes).hasSize(8_192));
        assertThat(tree.tile(new TileId(0, 1, 44))).isPresent();
        assertThat(tree.tile(new TileId(0, 1, 45))).isEmpty();
        assertThat(tree.tile(new TileId(1, 0, 1))).isPresent();
        assertThat(tree.tile(new TileId(1, 0, 2))).isEmpty();
        assertThat(checkpoint.size()).isEqualTo(300);
        assertThat(started(ledger).tile(new TileId(0, 1, 44)))
                .as("after a restart, before the next checkpoint")
                .isPresent();
    }

    @Test
    void whileTheTreeIsRebuilt_noCallerWaitsForIt() throws Exception {
        Growing.append(ledger, 0, 10);
        started(ledger).checkpoint();
        delete(directory.resolve("tiles"));
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SignedTree tree = started(Growing.watched(ledger, from -> {
            reading.countDown();
            Growing.await(goOn);
        }));
        CompletableFuture<SignedNote> building = CompletableFuture.supplyAsync(tree::checkpoint);
        Growing.await(reading);
        for (Runnable asked : List.<Runnable>of(tree::checkpoint, () -> tree.tile(new TileId(0, 0, 10)))) {
            assertThatThrownBy(asked::run).isInstanceOfSatisfying(Problem.class, busy -> assertThat(busy.code())
                    .isEqualTo("TREE_BUSY"));
        }
        goOn.countDown();
        assertThat(Growing.size(building.get())).isEqualTo(10);
        assertThat(tree.tile(new TileId(0, 0, 10))).isPresent();
    }

    @Test
    void checkpointOfAnotherProcess_isServedToo() {
        Growing.append(ledger, 0, 300);
        CheckpointSigner signer = CheckpointSigner.forgetful(notes);
        SignedTree other = new SignedTree(ledger, signer, new Notary(signer, history), new MemoryTiles());
        SignedTree tree = started(ledger);
        tree.checkpoint();
        Growing.append(ledger, 300, 400);
        other.checkpoint();
        Growing.append(ledger, 400, 500);
        assertThat(tree.tile(new TileId(0, 1, 144))).isPresent();
        assertThat(tree.tile(new TileId(0, 1, 145))).isEmpty();
    }

    private SignedTree started(Ledger from) {
        CheckpointSigner signer = CheckpointSigner.remembering(notes, directory.resolve("last"));
        return new SignedTree(from, signer, new Notary(signer, history), new DiskTiles(directory.resolve("tiles")));
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
