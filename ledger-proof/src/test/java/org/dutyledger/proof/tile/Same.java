package org.dutyledger.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dutyledger.proof.tree.HashTree;
import org.dutyledger.proof.tree.ReferenceTrees;

/** Compares a tree over {@link SampleLeaves} with the one in memory. */
final class Same {
    private Same() {}

    /** Roots of these sizes, and proofs between them and of leaves in them. */
    static void as(HashTree tree, int... sizes) {
        for (int size : sizes) {
            assertThat(tree.root(size))
                    .as("root of %s", size)
                    .isEqualTo(SampleLeaves.tree().root(size));
            for (int index : new int[] {0, size / 3, size / 2, size - 1}) {
                if (index >= 0 && index < size) {
                    inclusion(tree, index, size);
                }
            }
            for (int older : new int[] {0, 1, size / 2, size - 1, size}) {
                if (older >= 0 && older <= size) {
                    consistency(tree, older, size);
                }
            }
        }
    }

    static void inclusion(HashTree tree, int index, int size) {
        assertThat(hex(tree.inclusion(index, size)))
                .as("leaf %s in %s", index, size)
                .isEqualTo(hex(SampleLeaves.tree().inclusion(index, size)));
    }

    static void consistency(HashTree tree, int older, int newer) {
        assertThat(hex(tree.consistency(older, newer)))
                .as("%s to %s", older, newer)
                .isEqualTo(hex(SampleLeaves.tree().consistency(older, newer)));
    }

    static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(ReferenceTrees::hex).toList();
    }
}
