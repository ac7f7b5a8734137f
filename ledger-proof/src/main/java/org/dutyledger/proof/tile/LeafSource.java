package org.dutyledger.proof.tile;

import java.util.List;

/** Where the leaves can be had again: the ledger that the tree is of. */
@FunctionalInterface
public interface LeafSource {

    /**
     * Leaf hashes in order, the first that of leaf {@code from}; empty when there is no such leaf.
     *
     * @param wanted how many are of use, at least 1; there may be fewer, although more follow, and more
     */
    List<byte[]> read(long from, int wanted);
}
