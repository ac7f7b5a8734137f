package org.dutyledger.proof.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dutyledger.proof.tree.HashTree;
import org.dutyledger.proof.tree.MerkleTree;

/**
 * A growing tree of which only the tiles at its right edge and a bounded number of others are in memory.
 *
 * <p>No stored tile is trusted: the edge must give the root that is known from elsewhere, and every other tile the hash
 * that the tile above holds of it. A missing or wrong tile is rebuilt from the level below it, finally from the leaves.
 * Not thread-safe.
 */
public final class TiledTree implements HashTree {
    /** 16 KB each. */
    private static final int CACHED = 512;

    private final TileStore store;
    private final LeafSource leaves;
    private final TileReader reader;

    /** The tile of each level that is not full yet, from the leaves up. */
    private final List<MerkleTree> edges = new ArrayList<>();

    /** Tiles that the last leaf filled; written before the next leaf is taken, so that a failed write changes nothing. */
    private final Map<TileId, MerkleTree> filled = new LinkedHashMap<>();

    private final Map<TileId, MerkleTree> cache = new LinkedHashMap<>(CACHED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TileId, MerkleTree> eldest) {
            return size() > CACHED;
        }
    };
    private long size;
    private long saved;

    /** An empty tree; what the store holds is overwritten as it grows. */
    public TiledTree(TileStore store, LeafSource leaves) {
        this.store = store;
        this.leaves = leaves;
        this.reader = new TileReader(store, leaves);
    }

    /** The tree of this size, if tiles or leaves still give this root; only the tiles of its edge are read. */
    public static Optional<TiledTree> open(TileStore store, LeafSource leaves, long size, byte[] root) {
        for (Edge edge : Edge.values()) {
            TiledTree tree = new TiledTree(store, leaves);
            try {
                tree.readEdges(size, edge);
            } catch (LeavesChangedException e) {
                return Optional.empty();
            }
            if (Arrays.equals(tree.root(), root)) {
                return Optional.of(tree);
            }
        }
        return Optional.empty();
    }

    /** Takes the next leaf; when this throws, the tree is as it was. */
    public void add(byte[] leafHash) {
        writeFilled();
        add(0, leafHash);
        size++;
    }

    /** Writes the edge, so that {@link #open} finds the tree at its present size. */
    public void save() {
        writeFilled();
        for (int level = 0; level < edges.size(); level++) {
            long hashes = TileId.hashes(level, size);
            int width = (int) edges.get(level).size();
            if (width > 0 && hashes != TileId.hashes(level, saved)) {
                store.write(
                        new TileId(level, hashes >> TileId.HEIGHT, width), TileReader.bytes(edges.get(level), width));
            }
        }
        saved = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] node(int level, long index) {
        Objects.checkIndex(index, size >> level);
        int above = level % TileId.HEIGHT;
        long inTile = TileId.FULL >> above;
        return tile(level / TileId.HEIGHT, index / inTile).node(above, index % inTile);
    }

    /** The hashes of a tile, one after the other; a narrower tile than there is now is one of an earlier size. */
    public byte[] hashes(TileId id) {
        if (!id.coveredBy(size)) {
            throw new IndexOutOfBoundsException("a tree of " + size + " leaves has no " + id.path());
        }
        return TileReader.bytes(tile(id.level(), id.index()), id.width());
    }

    /** Sources of the edge, the cheapest first. */
    private enum Edge {
        STORED,
        FROM_TILES_BELOW,
        FROM_LEAVES
    }

    private void readEdges(long leafCount, Edge from) {
        for (int level = 0; TileId.hashes(level, leafCount) > 0; level++) {
            long hashes = TileId.hashes(level, leafCount);
            int width = (int) (hashes % TileId.FULL);
            if (width == 0) {
                edges.add(new MerkleTree());
            } else {
                TileId id = new TileId(level, hashes >> TileId.HEIGHT, width);
                Optional<MerkleTree> stored = from == Edge.STORED ? reader.stored(id) : Optional.empty();
                edges.add(stored.orElseGet(() -> reader.derived(id, from != Edge.FROM_LEAVES)));
            }
        }
        size = leafCount;
    }

    private void add(int level, byte[] hash) {
        if (edges.size() == level) {
            edges.add(new MerkleTree());
        }
        MerkleTree edge = edges.get(level);
        edge.add(hash);
        if (edge.size() == TileId.FULL) {
            filled.put(TileId.full(level, TileId.hashes(level, size) >> TileId.HEIGHT), edge);
            edges.set(level, new MerkleTree());
            add(level + 1, TileReader.top(edge));
        }
    }

    private void writeFilled() {
        filled.forEach((id, tile) -> store.write(id, TileReader.bytes(tile, TileId.FULL)));
        filled.clear();
    }

    private MerkleTree tile(int level, long index) {
        if (index == TileId.hashes(level, size) >> TileId.HEIGHT) {
            return edges.get(level);
        }
        TileId id = TileId.full(level, index);
        MerkleTree known = filled.getOrDefault(id, cache.get(id));
        if (known == null) {
            known = checked(id);
            cache.put(id, known);
        }
        return known;
    }

    private MerkleTree checked(TileId id) {
        byte[] top = node((id.level() + 1) * TileId.HEIGHT, id.index());
        Optional<MerkleTree> stored = reader.stored(id).filter(tile -> Arrays.equals(TileReader.top(tile), top));
        if (stored.isPresent()) {
            return stored.get();
        }
        MerkleTree derived = reader.derived(id, true);
        if (!Arrays.equals(TileReader.top(derived), top)) {
            derived = reader.derived(id, false);
        }
        if (!Arrays.equals(TileReader.top(derived), top)) {
            throw new LeavesChangedException(id);
        }
        return derived;
    }
}
