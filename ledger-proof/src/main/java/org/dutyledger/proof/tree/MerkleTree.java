package org.dutyledger.proof.tree;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.proof.chain.CommitHash;

/** A growing tree in memory that keeps every complete subtree: 64 bytes an event. Not for several threads at once. */
public final class MerkleTree implements HashTree {
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

    @Override
    public long size() {
        return levels.get(0).size();
    }

    @Override
    public byte[] node(int level, long index) {
        return levels.get(level).get(index);
    }
}
