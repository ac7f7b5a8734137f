package org.dutyledger.proof.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private final NoteSigner today = new NoteSigner("a", Ed25519Keys.generate());
    private final NoteSigner before = new NoteSigner("a", Ed25519Keys.generate());
    private final SignedNote note = before.sign("a\ntext\n");

    @Test
    void itsSigner_isFoundAmongAllKeysOfThatName() {
        KeyRing both = new KeyRing(List.of(today.publicKey(), before.publicKey()));
        assertThat(both.signerOf("a", note)).hasValueSatisfying(key -> assertThat(key.keyId())
                .isEqualTo(before.verifier().keyId()));
        assertThat(both.signerOf("b", note)).isEmpty();
    }

    @Test
    void aNoteOfAnotherKey_hasNone() {
        assertThat(new KeyRing(List.of(today.publicKey())).signerOf("a", note)).isEmpty();
        assertThat(new KeyRing(List.of()).signerOf("a", note)).isEmpty();
    }
}
