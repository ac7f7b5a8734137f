package org.dutyledger.verifier.check;

import java.security.PublicKey;
import java.util.List;
import org.dutyledger.proof.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the verifying person trusts, from another source than the bundle.
 *
 * @param key that must have signed the checkpoint, or null to take the one in the bundle, which proves less
 * @param cosigners who must have cosigned it
 */
public record Trust(@Nullable PublicKey key, List<VerifierKey> cosigners) {
    public Trust {
        cosigners = List.copyOf(cosigners);
    }

    /** No trusted key: the bundle's own key is used. */
    public static Trust none() {
        return new Trust(null, List.of());
    }
}
