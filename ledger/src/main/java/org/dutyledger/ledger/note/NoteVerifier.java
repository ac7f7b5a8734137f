package org.dutyledger.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.dutyledger.ledger.note.SignedNote.Signature;

/** Knows one public key by its name, and whether it signed a note. */
public final class NoteVerifier {
    private static final byte ED25519 = 1;
    private final String name;
    private final PublicKey key;

    public NoteVerifier(String name, PublicKey key) {
        this.name = name;
        this.key = key;
    }

    /** The four bytes by which signature lines name this key, in hex. */
    public String keyId() {
        return HexFormat.of().formatHex(keyId(name, key));
    }

    /** Whether this key signed the note. Lines of other keys are not looked at; a wrong line of this key spoils all. */
    public boolean accepts(SignedNote note) {
        byte[] id = keyId(name, key);
        boolean signed = false;
        for (Signature s : note.signatures()) {
            if (s.name().equals(name) && s.bytes().length > 4 && Arrays.equals(id, Arrays.copyOf(s.bytes(), 4))) {
                if (!verifies(note.text(), Arrays.copyOfRange(s.bytes(), 4, s.bytes().length))) {
                    return false;
                }
                signed = true;
            }
        }
        return signed;
    }

    static byte[] keyId(String name, PublicKey key) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(name.getBytes(UTF_8));
            sha.update((byte) '\n');
            sha.update(ED25519);
            return Arrays.copyOf(sha.digest(Ed25519Keys.raw(key)), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private boolean verifies(String text, byte[] signature) {
        try {
            java.security.Signature ed25519 = java.security.Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text.getBytes(UTF_8));
            return ed25519.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }
}
