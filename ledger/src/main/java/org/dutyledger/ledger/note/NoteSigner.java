package org.dutyledger.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;

/** Signs notes with one Ed25519 key under one name. */
public final class NoteSigner {
    private final String name;
    private final KeyPair keys;

    public NoteSigner(String name, KeyPair keys) {
        this.name = name;
        this.keys = keys;
    }

    /** Signs a text that ends with a newline. */
    public SignedNote sign(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(keys.getPrivate());
            ed25519.update(text.getBytes(UTF_8));
            byte[] signature = ed25519.sign();
            byte[] line = ByteBuffer.allocate(4 + signature.length)
                    .put(NoteVerifier.keyId(name, keys.getPublic()))
                    .put(signature)
                    .array();
            return new SignedNote(text, List.of(new SignedNote.Signature(name, line)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign with Ed25519", e);
        }
    }

    /** What others check these signatures with. */
    public NoteVerifier verifier() {
        return new NoteVerifier(name, keys.getPublic());
    }

    /** Name under which it signs. */
    public String name() {
        return name;
    }

    /** The key that others need. */
    public PublicKey publicKey() {
        return keys.getPublic();
    }
}
