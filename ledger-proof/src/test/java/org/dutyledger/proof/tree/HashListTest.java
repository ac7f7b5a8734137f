package org.dutyledger.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.dutyledger.proof.chain.CommitHash;
import org.junit.jupiter.api.Test;

class HashListTest {
    @Test
    void everyHash_staysAtItsPlaceWhileTheListGrows() {
        HashList list = new HashList();
        for (int i = 0; i < 1_000; i++) {
            list.add(CommitHash.leaf(("h" + i).getBytes()));
            assertThat(list.size()).isEqualTo(i + 1);
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(list.get(i)).isEqualTo(CommitHash.leaf(("h" + i).getBytes()));
        }
    }

    @Test
    void whatIsGivenOut_isACopy() {
        HashList list = new HashList();
        list.add(CommitHash.genesis());
        list.get(0)[0] = 1;
        assertThat(list.get(0)).isEqualTo(CommitHash.genesis());
    }
}
