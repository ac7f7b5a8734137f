package org.dutyledger.proof.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A Merkle tree of RFC 6962, independent of where its hashes are kept; the leaf of position p has index p. The root of
 * every earlier size and every proof cost a logarithm. Derived data: it can be rebuilt from the events.
 */
public interface HashTree {
    /** Number of leaves. */
    long size();

    /** Hash of the complete subtree over the 2^{@code level} leaves from {@code index} · 2^{@code level} on. */
    byte[] node(int level, long index);

    /** Root of the whole tree. */
    default byte[] root() {
        return root(size());
    }

    /** Root that the tree had when it had {@code size} leaves. */
    default byte[] root(long size) {
        Objects.checkFromToIndex(0, size, size());
        return size == 0 ? NodeHash.empty() : subtree(0, size);
    }

    /** Audit path that shows that leaf {@code index} is in the tree of {@code size} leaves (RFC 6962, 2.1.1). */
    default List<byte[]> inclusion(long index, long size) {
        Objects.checkFromToIndex(0, size, size());
        Objects.checkIndex(index, size);
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    /** Proof that the tree of {@code older} leaves is the beginning of that of {@code newer} (RFC 6962, 2.1.2). */
    default List<byte[]> consistency(long older, long newer) {
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
            return node(level, from >> level);
        }
        long middle = from + split(leaves);
        return NodeHash.of(subtree(from, middle), subtree(middle, to));
    }

    /** The largest power of two that is smaller than {@code leaves}, which is at least 2. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
