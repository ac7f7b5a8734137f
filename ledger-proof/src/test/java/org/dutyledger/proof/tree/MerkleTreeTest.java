package org.dutyledger.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dutyledger.proof.chain.CommitHash;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    @Test
    void roots_areThoseOfTheReference() {
        MerkleTree tree = new MerkleTree();
        assertThat(ReferenceTrees.hex(tree.root())).isEqualTo(ReferenceTrees.ROOTS.get(0));
        for (int size = 1; size <= 8; size++) {
            tree.add(CommitHash.leaf(ReferenceTrees.LEAVES.get(size - 1)));
            assertThat(tree.size()).isEqualTo(size);
            assertThat(ReferenceTrees.hex(tree.root())).isEqualTo(ReferenceTrees.ROOTS.get(size));
        }
        for (int size = 0; size <= 8; size++) {
            assertThat(ReferenceTrees.hex(tree.root(size))).isEqualTo(ReferenceTrees.ROOTS.get(size));
        }
    }

    @Test
    void proofs_areThoseOfTheReference() {
        MerkleTree tree = ReferenceTrees.tree();
        assertThat(hex(tree.consistency(1, 8))).isEqualTo(ReferenceTrees.CONSISTENCY_1_8);
        assertThat(hex(tree.consistency(6, 8))).isEqualTo(ReferenceTrees.CONSISTENCY_6_8);
        assertThat(hex(tree.consistency(2, 5))).isEqualTo(ReferenceTrees.CONSISTENCY_2_5);
        assertThat(hex(tree.inclusion(5, 8))).isEqualTo(ReferenceTrees.INCLUSION_5_8);
        assertThat(tree.inclusion(0, 1)).isEmpty();
        assertThat(tree.consistency(0, 8)).isEmpty();
        assertThat(tree.consistency(8, 8)).isEmpty();
    }

    @Property(tries = 100)
    void roots_areThoseOfTheDefinition(@ForAll @IntRange(max = 200) int leaves) throws Exception {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < leaves; i++) {
            tree.add(CommitHash.leaf(content(i)));
        }
        assertThat(tree.root()).isEqualTo(byDefinition(0, leaves));
        assertThat(tree.root(leaves / 2)).isEqualTo(byDefinition(0, leaves / 2));
    }

    @Test
    void whatIsNotThere_isRefused() {
        MerkleTree tree = ReferenceTrees.tree();
        assertThatThrownBy(() -> tree.root(9)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusion(8, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusion(3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistency(5, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.add(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    /** MTH of RFC 6962, 2.1, word for word, independent of the code under test. */
    private static byte[] byDefinition(int from, int to) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int n = to - from;
        if (n == 1) {
            bytes.write(0);
            bytes.write(content(from));
        } else if (n > 1) {
            int k = 1;
            while (k * 2 < n) {
                k *= 2;
            }
            bytes.write(1);
            bytes.write(byDefinition(from, from + k));
            bytes.write(byDefinition(from + k, to));
        }
        return sha.digest(bytes.toByteArray());
    }

    private static byte[] content(int i) {
        return ("event " + i).getBytes();
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(ReferenceTrees::hex).toList();
    }
}
