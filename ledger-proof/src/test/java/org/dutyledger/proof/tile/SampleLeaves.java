package org.dutyledger.proof.tile;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.MerkleTree;

/** Leaves of a made-up ledger that counts how many of them are read, and whose last ones can be altered. */
final class SampleLeaves implements LeafSource {
    /** Enough for tiles of three levels. */
    static final int ALL = 2 * 256 * 256 + 700;

    private static final List<byte[]> HASHES = new ArrayList<>();
    private static final MerkleTree TREE = new MerkleTree();

    static {
        for (int i = 0; i < ALL; i++) {
            byte[] hash = CommitHash.leaf(("event " + i).getBytes());
            HASHES.add(hash);
            TREE.add(hash);
        }
    }

    private final int count;
    private final int altered;
    private long read;

    private SampleLeaves(int count, int altered) {
        this.count = count;
        this.altered = altered;
    }

    static SampleLeaves all() {
        return new SampleLeaves(ALL, -1);
    }

    /** A ledger that ends there. */
    static SampleLeaves cutAt(int count) {
        return new SampleLeaves(count, -1);
    }

    /** A ledger in which one event is not what it was. */
    static SampleLeaves alteredAt(int index) {
        return new SampleLeaves(ALL, index);
    }

    /** The tree in memory over all of them. */
    static MerkleTree tree() {
        return TREE;
    }

    static byte[] leaf(long index) {
        return HASHES.get((int) index);
    }

    long countRead() {
        return read;
    }

    @Override
    public List<byte[]> read(long from, int wanted) {
        List<byte[]> page = new ArrayList<>();
        // at most 100, so that a caller that needs more has to read again; at least 3, like a commit of that many
        for (long i = from; i < Math.min(count, from + Math.max(3, Math.min(100, wanted))); i++) {
            page.add(i == altered ? CommitHash.leaf(new byte[] {1}) : leaf(i));
        }
        read += page.size();
        return page;
    }
}
