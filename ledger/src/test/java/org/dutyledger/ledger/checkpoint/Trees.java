package org.dutyledger.ledger.checkpoint;

import org.dutyledger.ledger.chain.CommitHash;
import org.dutyledger.ledger.tree.MerkleTree;

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
