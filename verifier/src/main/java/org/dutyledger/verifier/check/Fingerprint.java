package org.dutyledger.verifier.check;

import java.security.PublicKey;

/** SHA-256 of a key's X.509 form, as {@code openssl pkey -pubin -outform DER | sha256sum} prints it. */
public final class Fingerprint {
    private Fingerprint() {}

    /** Lower-case hex. */
    public static String of(PublicKey key) {
        return Sha256.hex(key.getEncoded());
    }
}
