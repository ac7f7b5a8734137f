package org.dutyledger.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.util.HexFormat;
import org.dutyledger.proof.note.SignedNote.Signature;

/** Verifies notes by one named public key. */
public final class NoteVerifier {
    private final VerifierKey key;

    public NoteVerifier(String name, PublicKey key) {
        this.key = new VerifierKey(name, VerifierKey.NOTE, key);
    }

    /** The four bytes by which signature lines name this key, in hex. */
    public String keyId() {
        return HexFormat.of().formatHex(key.id());
    }

    /**
     * Whether this key signed the note. Lines of other keys are ignored; a wrong line of this key makes the result
     * false.
     */
    public boolean accepts(SignedNote note) {
        byte[] text = note.text().getBytes(UTF_8);
        boolean signed = false;
        for (Signature line : note.signatures()) {
            if (key.names(line)) {
                if (!Ed25519Keys.verifies(key.key(), text, VerifierKey.signature(line))) {
                    return false;
                }
                signed = true;
            }
        }
        return signed;
    }

    /** Whether a line claims this key; only {@link #accepts} checks the claim. */
    public boolean names(Signature line) {
        return key.names(line);
    }
}
