package org.dutyledger.proof.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommitHashTest {
    private static final UUID ID = UUID.fromString("01020304-0506-0708-090a-0b0c0d0e0f10");

    @Test
    void a_leaf_is_the_leaf_of_rfc_6962() {
        // the empty leaf and the first leaves of the test data of Certificate Transparency
        assertThat(hex(CommitHash.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(CommitHash.leaf(new byte[] {0})))
                .isEqualTo("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7");
    }

    @Test
    void a_commit_hash_covers_previous_hash_position_id_and_leaves() throws IOException, NoSuchAlgorithmException {
        byte[] previous = CommitHash.leaf("previous".getBytes(US_ASCII));
        byte[] leaves = CommitHash.leaves(List.of("a".getBytes(US_ASCII), "b".getBytes(US_ASCII)));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.write(previous);
        data.writeLong(258);
        data.writeLong(0x0102030405060708L);
        data.writeLong(0x090a0b0c0d0e0f10L);
        data.write(CommitHash.leaf("a".getBytes(US_ASCII)));
        data.write(CommitHash.leaf("b".getBytes(US_ASCII)));
        byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());

        assertThat(CommitHash.commit(previous, 258, ID, leaves)).isEqualTo(expected);
    }

    @Test
    void the_rules_never_change_for_stored_data() {
        byte[] leaves = CommitHash.leaves(List.of("{}".getBytes(US_ASCII)));
        assertThat(hex(CommitHash.commit(CommitHash.genesis(), 0, ID, leaves)))
                .isEqualTo("b78099427c133f67bb98b116cfc327361f61c9fcfc3e0fb3bc3425abf8627262");
    }

    @Test
    void genesis_is_32_zero_bytes_in_a_new_array() {
        CommitHash.genesis()[0] = 1;
        assertThat(CommitHash.genesis()).hasSize(32).containsOnly(0);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
