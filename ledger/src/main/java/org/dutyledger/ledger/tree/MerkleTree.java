package org.dutyledger.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dutyledger.ledger.chain.CommitHash;

/**
 * The Merkle tree of RFC 6962 over a growing list of leaf hashes; the leaf of position p has index p.
 *
 * <p>Keeps every complete subtree, 64 bytes an event, so that the root of every earlier size and every proof cost a
 * logarithm. Derived data: whoever has the events can build it again. Not for several threads at once.
 */
public final class MerkleTree {
    /** Level k holds the roots of the complete subtrees of 2^k leaves, from left to right. */
    private final List<HashList> levels = new ArrayList<>(List.of(new HashList()));

    /**
     * Takes the next leaf.
     *
     * @param leafHash as of {@link CommitHash#leaf}
     */
    public void add(byte[] leafHash) {
        if (leafHash.length != CommitHash.LENGTH) {
            throw new IllegalArgumentException("a leaf hash has " + CommitHash.LENGTH + " bytes");
        }
        byte[] hash = leafHash;
        levels.get(0).add(hash);
        for (int level = 0; levels.get(level).size() % 2 == 0; level++) {
            HashList below = levels.get(level);
            hash = NodeHash.of(below.get(below.size() - 2), hash);
            if (levels.size() == level + 1) {
                levels.add(new HashList());
            }
            levels.get(level + 1).add(hash);
        }
    }

    /** Number of leaves. */
    public long size() {
        return levels.get(0).size();
    }

    /** Root of the whole tree. */
    public byte[] root() {
        return root(size());
    }

    /** Root that the tree had when it had {@code size} leaves. */
    public byte[] root(long size) {
        Objects.checkFromToIndex(0, size, size());
        return size == 0 ? NodeHash.empty() : subtree(0, size);
    }

    /** Audit path that shows that leaf {@code index} is in the tree of {@code size} leaves (RFC 6962, 2.1.1). */
    public List<byte[]> inclusion(long index, long size) {
        Objects.checkFromToIndex(0, size, size());
        Objects.checkIndex(index, size);
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    /** Proof that the tree of {@code older} leaves is the beginning of that of {@code newer} (RFC 6962, 2.1.2). */
    public List<byte[]> consistency(long older, long newer) {
        Objects.checkFromToIndex(0, newer, size());
        Objects.checkFromToIndex(0, older, newer);
        List<byte[]> proof = new ArrayList<>();
        if (older > 0) {
            consistency(older, 0, newer, true, proof);
        }
        return proof;
    }

    private void inclusion(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            inclusion(index, from, middle, path);
            path.add(subtree(middle, to));
        } else {
            inclusion(index, middle, to, path);
            path.add(subtree(from, middle));
        }
    }

    /** {@code known}: whether the verifier has the root of this subtree already, since it is the whole older tree. */
    private void consistency(long older, long from, long to, boolean known, List<byte[]> proof) {
        if (older == to) {
            if (!known) {
                proof.add(subtree(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (older <= middle) {
            consistency(older, from, middle, known, proof);
            proof.add(subtree(middle, to));
        } else {
            consistency(older, middle, to, false, proof);
            proof.add(subtree(from, middle));
        }
    }

    /** Hash of the leaves from..to; {@code from} is always a multiple of the largest power of two within. */
    private byte[] subtree(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return levels.get(level).get(from >> level);
        }
        long middle = from + split(leaves);
        return NodeHash.of(subtree(from, middle), subtree(middle, to));
    }

    /** The largest power of two that is smaller than {@code leaves}, which is at least 2. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
