package org.dutyledger.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.HashTree;
import org.dutyledger.proof.tree.ReferenceTrees;
import org.junit.jupiter.api.Test;

class TiledTreeTest {
    private final SampleLeaves leaves = SampleLeaves.all();
    private final MemoryTiles store = new MemoryTiles();

    @Test
    void rootsAndProofs_areThoseOfTheReference() {
        TiledTree tree = new TiledTree(store, leaves);
        assertThat(ReferenceTrees.hex(tree.root())).isEqualTo(ReferenceTrees.ROOTS.get(0));
        for (int size = 1; size <= 8; size++) {
            tree.add(CommitHash.leaf(ReferenceTrees.LEAVES.get(size - 1)));
            assertThat(ReferenceTrees.hex(tree.root())).isEqualTo(ReferenceTrees.ROOTS.get(size));
        }
        for (int size = 0; size <= 8; size++) {
            assertThat(ReferenceTrees.hex(tree.root(size))).isEqualTo(ReferenceTrees.ROOTS.get(size));
        }
        assertThat(Same.hex(tree.consistency(1, 8))).isEqualTo(ReferenceTrees.CONSISTENCY_1_8);
        assertThat(Same.hex(tree.consistency(6, 8))).isEqualTo(ReferenceTrees.CONSISTENCY_6_8);
        assertThat(Same.hex(tree.consistency(2, 5))).isEqualTo(ReferenceTrees.CONSISTENCY_2_5);
        assertThat(Same.hex(tree.inclusion(5, 8))).isEqualTo(ReferenceTrees.INCLUSION_5_8);
        assertThat(tree.inclusion(0, 1)).isEmpty();
        assertThat(tree.consistency(0, 8)).isEmpty();
        assertThat(tree.consistency(8, 8)).isEmpty();
    }

    @Test
    void threeLevels_areThoseOfTheTreeInMemory() {
        TiledTree tree = grown(SampleLeaves.ALL);
        tree.save();
        Same.as(tree, 65_535, 65_536, 65_537, 131_072, SampleLeaves.ALL - 1, SampleLeaves.ALL);
        assertThat(leaves.countRead()).as("leaves read again").isZero();
        assertThat(store.read(TileId.full(1, 1))).isPresent();
        assertThat(store.read(new TileId(2, 0, 2))).isPresent();
        Same.as(reopened(SampleLeaves.ALL, store), 65_536, 131_071, SampleLeaves.ALL);
    }

    @Test
    void aRestart_readsTheEdgeAndAProofTheTilesOnItsWay() {
        grown(SampleLeaves.ALL).save();
        List<TileId> read = new ArrayList<>();
        TiledTree tree = reopened(SampleLeaves.ALL, new Spied(store, read));
        assertThat(read).containsExactly(new TileId(0, 514, 188), new TileId(1, 2, 2), new TileId(2, 0, 2));
        read.clear();
        tree.inclusion(70_000, SampleLeaves.ALL);
        assertThat(read).containsExactlyInAnyOrder(TileId.full(0, 273), TileId.full(1, 1));
        read.clear();
        tree.inclusion(70_001, SampleLeaves.ALL);
        assertThat(read).as("tiles in memory are not read again").isEmpty();
        assertThat(leaves.countRead()).isZero();
    }

    @Test
    void tilesInMemory_areBounded() {
        grown(SampleLeaves.ALL).save();
        List<TileId> read = new ArrayList<>();
        TiledTree tree = reopened(SampleLeaves.ALL, new Spied(store, read));
        for (int tile = 0; tile < SampleLeaves.ALL / 256; tile++) {
            tree.hashes(TileId.full(0, tile));
        }
        read.clear();
        tree.hashes(TileId.full(0, 513));
        assertThat(read).isEmpty();
        tree.hashes(TileId.full(0, 0));
        assertThat(read).as("the tile that was used longest ago").contains(TileId.full(0, 0));
    }

    @Test
    void unsavedTree_isRebuiltFromTheLevelsBelow() {
        grown(70_000);
        TiledTree tree = reopened(70_000, store);
        Same.as(tree, 69_000, 70_000);
        assertThat(leaves.countRead()).as("leaves of the one partial tile").isBetween(70_000 % 256L, 70_000 % 256L + 3);
    }

    @Test
    void aTreeWithoutTiles_isHadFromTheLeaves() {
        Same.as(reopened(66_000, store), 256, 65_536, 66_000);
        assertThat(leaves.countRead()).as("every leaf once").isBetween(66_000L, 66_000L + 3 * 258);
        assertThat(store.read(TileId.full(1, 0))).as("kept on the way").isPresent();
    }

    @Test
    void whenNeitherTilesNorLeavesGiveTheRoot_thereIsNoTree() {
        grown(1_000).save();
        byte[] root = SampleLeaves.tree().root(1_000);
        assertThat(TiledTree.open(new MemoryTiles(), SampleLeaves.alteredAt(7), 1_000, root))
                .isEmpty();
        assertThat(TiledTree.open(new MemoryTiles(), SampleLeaves.cutAt(999), 1_000, root))
                .isEmpty();
        assertThat(TiledTree.open(store, leaves, 1_001, root)).isEmpty();
        assertThat(TiledTree.open(store, leaves, 1_000, root)).isPresent();
    }

    @Test
    void aLostTileOfAlteredLeaves_isNotMadeUp() {
        grown(70_000).save();
        HashTree sound = SampleLeaves.tree();
        TiledTree tree = TiledTree.open(store, SampleLeaves.alteredAt(300), 70_000, sound.root(70_000))
                .orElseThrow();
        Same.inclusion(tree, 300, 70_000);

        store.write(TileId.full(0, 1), new byte[8_192]);
        TiledTree again = TiledTree.open(store, SampleLeaves.alteredAt(300), 70_000, sound.root(70_000))
                .orElseThrow();
        assertThatThrownBy(() -> again.inclusion(299, 70_000))
                .isInstanceOf(LeavesChangedException.class)
                .hasMessageContaining("tile/0/001");
        Same.inclusion(again, 600, 70_000);
    }

    @Test
    void aWrongTileOverAWrongTile_isMadeAgainFromTheLeaves() {
        grown(70_000).save();
        store.write(TileId.full(0, 1), TileStoreContract.hashes(256, 1));
        store.write(TileId.full(1, 0), TileStoreContract.hashes(256, 2));
        Same.as(reopened(70_000, store), 300, 70_000);
        assertThat(leaves.countRead()).isEqualTo(65_536);
    }

    @Test
    void aFailedWrite_leavesTheTreeAsItWas() {
        Failing failing = new Failing(store);
        TiledTree tree = new TiledTree(failing, leaves);
        failing.broken = true;
        int failures = 0;
        while (tree.size() < 1_000) {
            try {
                tree.add(SampleLeaves.leaf(tree.size()));
            } catch (UncheckedIOException full) {
                failures++;
                Same.as(tree, (int) tree.size());
                failing.broken = false;
            }
        }
        assertThat(failures).isEqualTo(1);
        failing.broken = true;
        assertThatThrownBy(tree::save).isInstanceOf(UncheckedIOException.class);
        failing.broken = false;
        tree.save();
        Same.as(tree, 256, 999, 1_000);
        Same.as(reopened(1_000, store), 255, 1_000);
        assertThat(leaves.countRead()).isZero();
    }

    @Test
    void tiles_areGivenAtEveryEarlierWidth() {
        TiledTree tree = grown(600);
        assertThat(tree.hashes(new TileId(0, 2, 88))).startsWith(SampleLeaves.leaf(512));
        assertThat(tree.hashes(new TileId(0, 2, 1))).isEqualTo(SampleLeaves.leaf(512));
        assertThat(tree.hashes(TileId.full(0, 1))).hasSize(8_192).endsWith(SampleLeaves.leaf(511));
        assertThat(tree.hashes(new TileId(0, 1, 9))).hasSize(9 * 32).startsWith(SampleLeaves.leaf(256));
        assertThat(tree.hashes(new TileId(1, 0, 2))).startsWith(tree.root(256)).hasSize(64);
        assertThatThrownBy(() -> tree.hashes(new TileId(0, 2, 89))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.hashes(new TileId(2, 0, 1))).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whatIsNotThere_isRefused() {
        TiledTree tree = grown(300);
        assertThatThrownBy(() -> tree.root(301)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusion(300, 300)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistency(5, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.node(1, 150)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.node(9, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.add(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        Same.as(tree, 300);
    }

    private TiledTree grown(int size) {
        TiledTree tree = new TiledTree(store, leaves);
        while (tree.size() < size) {
            tree.add(SampleLeaves.leaf(tree.size()));
        }
        return tree;
    }

    private TiledTree reopened(int size, TileStore from) {
        return TiledTree.open(from, leaves, size, SampleLeaves.tree().root(size))
                .orElseThrow();
    }

    /** Notes what is read. */
    private record Spied(TileStore store, List<TileId> reads) implements TileStore {
        @Override
        public Optional<byte[]> read(TileId tile) {
            reads.add(tile);
            return store.read(tile);
        }

        @Override
        public void write(TileId tile, byte[] hashes) {
            store.write(tile, hashes);
        }
    }

    /** A full disk, while it is one. */
    private static final class Failing implements TileStore {
        private final TileStore store;
        private boolean broken;

        Failing(TileStore store) {
            this.store = store;
        }

        @Override
        public Optional<byte[]> read(TileId tile) {
            return store.read(tile);
        }

        @Override
        public void write(TileId tile, byte[] hashes) {
            if (broken) {
                throw new UncheckedIOException(new IOException("full"));
            }
            store.write(tile, hashes);
        }
    }
}
