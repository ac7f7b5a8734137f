package org.dutyledger.proof.tile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.MerkleTree;

/** Reads single tiles, or rebuilds them from the level below. A tile is itself a small tree over its hashes. */
final class TileReader {
    private final TileStore store;
    private final LeafSource leaves;

    TileReader(TileStore store, LeafSource leaves) {
        this.store = store;
        this.leaves = leaves;
    }

    /** As it is kept; whether it is right is for the caller to check. */
    Optional<MerkleTree> stored(TileId id) {
        return store.read(id).map(hashes -> {
            MerkleTree tile = new MerkleTree();
            for (int at = 0; at < hashes.length; at += CommitHash.LENGTH) {
                tile.add(Arrays.copyOfRange(hashes, at, at + CommitHash.LENGTH));
            }
            return tile;
        });
    }

    /**
     * Rebuilds a tile, and the full tiles below that have to be; full ones are kept.
     *
     * @param trustBelow whether to use the kept tiles just below, unchecked, or the leaves alone
     */
    MerkleTree derived(TileId id, boolean trustBelow) {
        MerkleTree tile = id.level() == 0 ? ofLeaves(id) : ofTiles(id, trustBelow);
        if (id.isFull()) {
            store.write(id, bytes(tile, TileId.FULL));
        }
        return tile;
    }

    private MerkleTree ofLeaves(TileId id) {
        MerkleTree tile = new MerkleTree();
        long first = id.index() << TileId.HEIGHT;
        while (tile.size() < id.width()) {
            int wanted = id.width() - (int) tile.size();
            List<byte[]> next = leaves.read(first + tile.size(), wanted);
            if (next.isEmpty()) {
                throw new LeavesChangedException(id);
            }
            next.subList(0, Math.min(wanted, next.size())).forEach(tile::add);
        }
        return tile;
    }

    private MerkleTree ofTiles(TileId id, boolean trustBelow) {
        MerkleTree tile = new MerkleTree();
        for (long child = id.index() << TileId.HEIGHT; tile.size() < id.width(); child++) {
            TileId below = TileId.full(id.level() - 1, child);
            MerkleTree kept = trustBelow ? stored(below).orElse(null) : null;
            tile.add(top(kept == null ? derived(below, trustBelow) : kept));
        }
        return tile;
    }

    /** The hash of a full tile in the level above. */
    static byte[] top(MerkleTree tile) {
        return tile.node(TileId.HEIGHT, 0);
    }

    static byte[] bytes(MerkleTree tile, int width) {
        byte[] hashes = new byte[width * CommitHash.LENGTH];
        for (int i = 0; i < width; i++) {
            System.arraycopy(tile.node(0, i), 0, hashes, i * CommitHash.LENGTH, CommitHash.LENGTH);
        }
        return hashes;
    }
}
