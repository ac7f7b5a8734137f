package org.dutyledger.proof.checkpoint;

import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.MerkleTree;

/** Trees over made-up events. */
final class Trees {
    private Trees() {}

    static MerkleTree of(String kind, int size) {
        MerkleTree tree = new MerkleTree();
        grow(tree, kind, size);
        return tree;
    }

    static void grow(MerkleTree tree, String kind, int size) {
        while (tree.size() < size) {
            tree.add(CommitHash.leaf((kind + tree.size()).getBytes()));
        }
    }
}
