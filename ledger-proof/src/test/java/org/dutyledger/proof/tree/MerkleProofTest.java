package org.dutyledger.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dutyledger.proof.chain.CommitHash;
import org.junit.jupiter.api.Test;

class MerkleProofTest {
    private static final int LEAVES = 300;
    private static final MerkleTree TREE = new MerkleTree();

    static {
        for (int i = 0; i < LEAVES; i++) {
            TREE.add(leaf(i));
        }
    }

    @Property(tries = 500)
    void everyLeaf_isShownToBeInEveryTree(@ForAll @IntRange(min = 1, max = LEAVES) int size, @ForAll int any) {
        int index = Math.floorMod(any, size);
        List<byte[]> path = TREE.inclusion(index, size);
        assertThat(path.size()).isLessThanOrEqualTo(64 - Long.numberOfLeadingZeros(size - 1));
        assertThat(MerkleProof.includes(index, size, leaf(index), path, TREE.root(size)))
                .isTrue();
    }

    @Property(tries = 500)
    void everyTree_isShownToExtendTheEarlier(@ForAll @IntRange(max = LEAVES) int newer, @ForAll int any) {
        int older = Math.floorMod(any, newer + 1);
        assertThat(MerkleProof.extendsTree(
                        older, TREE.root(older), newer, TREE.root(newer), TREE.consistency(older, newer)))
                .isTrue();
    }

    @Property(tries = 1000)
    void inclusion_failsWithAnyFlippedBit(
            @ForAll @IntRange(min = 1, max = LEAVES) int size, @ForAll int any, @ForAll @IntRange(max = 255) int bit) {
        int index = Math.floorMod(any, size);
        List<byte[]> path = TREE.inclusion(index, size);
        byte[] root = TREE.root(size);
        assertThat(MerkleProof.includes(index, size, flipped(leaf(index), bit), path, root))
                .isFalse();
        assertThat(MerkleProof.includes(index, size, leaf(index), path, flipped(root, bit)))
                .isFalse();
        for (int at = 0; at < path.size(); at++) {
            assertThat(MerkleProof.includes(index, size, leaf(index), with(path, at, bit), root))
                    .isFalse();
        }
    }

    @Property(tries = 1000)
    void inclusion_failsAtAnyOtherPlaceOrLength(
            @ForAll @IntRange(min = 2, max = LEAVES) int size, @ForAll int any, @ForAll int other) {
        int index = Math.floorMod(any, size);
        int elsewhere = Math.floorMod(other, size);
        List<byte[]> path = TREE.inclusion(index, size);
        byte[] root = TREE.root(size);
        assertThat(MerkleProof.includes(elsewhere, size, leaf(index), path, root))
                .isEqualTo(elsewhere == index);
        assertThat(MerkleProof.includes(index, size, leaf(index), shorter(path), root))
                .isFalse();
        assertThat(MerkleProof.includes(index, size, leaf(index), longer(path), root))
                .isFalse();
        assertThat(MerkleProof.includes(size, size, leaf(index), path, root)).isFalse();
        assertThat(MerkleProof.includes(-1, size, leaf(index), path, root)).isFalse();
    }

    @Property(tries = 1000)
    void consistency_failsWithAnyFlippedBitOrOtherLength(
            @ForAll @IntRange(min = 2, max = LEAVES) int newer, @ForAll int any, @ForAll @IntRange(max = 255) int bit) {
        int older = 1 + Math.floorMod(any, newer - 1);
        byte[] from = TREE.root(older);
        byte[] to = TREE.root(newer);
        List<byte[]> proof = TREE.consistency(older, newer);
        assertThat(MerkleProof.extendsTree(older, flipped(from, bit), newer, to, proof))
                .isFalse();
        assertThat(MerkleProof.extendsTree(older, from, newer, flipped(to, bit), proof))
                .isFalse();
        assertThat(MerkleProof.extendsTree(older, from, newer, to, shorter(proof)))
                .isFalse();
        assertThat(MerkleProof.extendsTree(older, from, newer, to, longer(proof)))
                .isFalse();
        for (int at = 0; at < proof.size(); at++) {
            assertThat(MerkleProof.extendsTree(older, from, newer, to, with(proof, at, bit)))
                    .isFalse();
        }
    }

    /** A proof that is right but ends below the root of the claimed tree: RFC 9162's final test of sn. */
    @Test
    void aProofOfASmallerTree_provesNothingOfALargerOne() {
        byte[] from = TREE.root(3);
        byte[] four = TREE.root(4);
        List<byte[]> proof = TREE.consistency(3, 4);
        assertThat(MerkleProof.extendsTree(3, from, 4, four, proof)).isTrue();
        assertThat(MerkleProof.extendsTree(3, from, 8, four, proof)).isFalse();
        assertThat(MerkleProof.includes(3, 8, leaf(3), TREE.inclusion(3, 4), four))
                .isFalse();
    }

    @Test
    void emptyAndEqualTrees_needNoProof() {
        byte[] some = TREE.root(7);
        assertThat(MerkleProof.extendsTree(0, TREE.root(0), 7, some, List.of())).isTrue();
        assertThat(MerkleProof.extendsTree(0, some, 7, some, List.of())).isFalse();
        assertThat(MerkleProof.extendsTree(0, TREE.root(0), 7, some, List.of(some)))
                .isFalse();
        assertThat(MerkleProof.extendsTree(7, some, 7, some, List.of())).isTrue();
        assertThat(MerkleProof.extendsTree(7, some, 7, some, List.of(some))).isFalse();
        assertThat(MerkleProof.extendsTree(7, some, 7, TREE.root(8), List.of())).isFalse();
        assertThat(MerkleProof.extendsTree(8, TREE.root(8), 7, some, List.of())).isFalse();
        assertThat(MerkleProof.extendsTree(6, TREE.root(6), 7, some, List.of())).isFalse();
    }

    private static byte[] leaf(int i) {
        return CommitHash.leaf(("event " + i).getBytes());
    }

    private static byte[] flipped(byte[] hash, int bit) {
        byte[] other = hash.clone();
        other[bit / 8] ^= (byte) (1 << bit % 8);
        return other;
    }

    private static List<byte[]> with(List<byte[]> proof, int at, int bit) {
        List<byte[]> other = new ArrayList<>(proof);
        other.set(at, flipped(proof.get(at), bit));
        return other;
    }

    private static List<byte[]> shorter(List<byte[]> proof) {
        return proof.isEmpty() ? List.of(new byte[32]) : proof.subList(0, proof.size() - 1);
    }

    private static List<byte[]> longer(List<byte[]> proof) {
        List<byte[]> other = new ArrayList<>(proof);
        other.add(new byte[32]);
        return other;
    }
}
