package org.dutyledger.proof.tree;

import java.util.Arrays;
import java.util.List;

/** Checks proofs with nothing but hashes at hand, by the algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2. */
public final class MerkleProof {
    private MerkleProof() {}

    /** Whether the leaf is at {@code index} of the tree with {@code size} leaves and this root. */
    public static boolean includes(long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = NodeHash.of(sibling, hash);
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = NodeHash.of(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the tree with {@code older} leaves and root is the beginning of the newer one. */
    public static boolean extendsTree(long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> proof) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && Arrays.equals(olderRoot, newerRoot);
        }
        if (older == 0) {
            return proof.isEmpty() && Arrays.equals(olderRoot, NodeHash.empty());
        }
        // a complete older tree is itself the first node of the path, and is then left out of the proof
        boolean complete = Long.bitCount(older) == 1;
        if (!complete && proof.isEmpty()) {
            return false;
        }
        int up = Long.numberOfTrailingZeros(older);
        long node = (older - 1) >> up;
        long last = (newer - 1) >> up;
        byte[] first = complete ? olderRoot : proof.get(0);
        byte[] olderHash = first;
        byte[] newerHash = first;
        for (byte[] sibling : complete ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                olderHash = NodeHash.of(sibling, olderHash);
                newerHash = NodeHash.of(sibling, newerHash);
                int skip = Long.numberOfTrailingZeros(node);
                node >>= skip;
                last >>= skip;
            } else {
                newerHash = NodeHash.of(newerHash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        // without the last test a proof could end below the newer root (RFC 9162's "sn is 0")
        return last == 0 && Arrays.equals(olderHash, olderRoot) && Arrays.equals(newerHash, newerRoot);
    }
}
