package org.dutyledger.proof.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The root of a growing tree, for a reader of all leaves that needs no proofs: it keeps one hash per level. Gives the
 * same roots as {@link MerkleTree}.
 */
public final class GrowingRoot {
    /** Roots of the complete subtrees that make up the tree, from the largest on the left to the smallest. */
    private final List<byte[]> complete = new ArrayList<>();

    private long size;

    /** Takes the next leaf hash. */
    public void add(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long equal = size; (equal & 1) == 1; equal >>= 1) {
            hash = NodeHash.of(complete.remove(complete.size() - 1), hash);
        }
        complete.add(hash);
        size++;
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Root of the tree as it is now. */
    public byte[] root() {
        if (size == 0) {
            return NodeHash.empty();
        }
        byte[] hash = complete.get(complete.size() - 1);
        for (int i = complete.size() - 2; i >= 0; i--) {
            hash = NodeHash.of(complete.get(i), hash);
        }
        return hash;
    }
}
