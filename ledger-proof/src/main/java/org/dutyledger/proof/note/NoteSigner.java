package org.dutyledger.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;

/** Signs notes with one Ed25519 key under one name. */
public final class NoteSigner {
    private final VerifierKey key;
    private final KeyPair keys;

    public NoteSigner(String name, KeyPair keys) {
        this.key = new VerifierKey(name, VerifierKey.NOTE, keys.getPublic());
        this.keys = keys;
    }

    /** Signs a text that ends with a newline. */
    public SignedNote sign(String text) {
        byte[] signature = Ed25519Keys.sign(keys.getPrivate(), text.getBytes(UTF_8));
        return new SignedNote(text, List.of(key.line(signature)));
    }

    /** The verifier of these signatures. */
    public NoteVerifier verifier() {
        return new NoteVerifier(key.name(), key.key());
    }

    /** Name under which it signs. */
    public String name() {
        return key.name();
    }

    /** The key that others need. */
    public PublicKey publicKey() {
        return key.key();
    }
}
