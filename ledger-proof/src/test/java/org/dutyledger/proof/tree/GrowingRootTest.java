package org.dutyledger.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.dutyledger.proof.chain.CommitHash;
import org.junit.jupiter.api.Test;

class GrowingRootTest {
    @Test
    void atEverySize_itIsTheRootOfTheWholeTree() {
        GrowingRoot growing = new GrowingRoot();
        MerkleTree whole = new MerkleTree();
        for (int i = 0; i < 600; i++) {
            assertThat(growing.size()).isEqualTo(i);
            assertThat(growing.root()).isEqualTo(whole.root());
            growing.add(CommitHash.leaf(("e" + i).getBytes()));
            whole.add(CommitHash.leaf(("e" + i).getBytes()));
        }
    }
}
