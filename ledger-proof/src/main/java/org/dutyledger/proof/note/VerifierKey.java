package org.dutyledger.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.proof.note.SignedNote.Signature;

/**
 * A public key under its name, for one use: what a signature line is recognised by.
 *
 * @param name without spaces or plus signs
 * @param type {@link #NOTE} or {@link #COSIGNATURE}
 */
public record VerifierKey(String name, byte type, PublicKey key) {
    /** Signs the text of a note as it is. */
    public static final byte NOTE = 1;
    /** Signs a checkpoint together with the time. */
    public static final byte COSIGNATURE = 4;

    private static final Pattern FORM = Pattern.compile("([^\\s+]{1,200})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{44})");
    private static final int ID_LENGTH = 4;

    public VerifierKey {
        if (!name.matches("[^\\s+]{1,200}")) {
            throw new MalformedNoteException("'" + name + "' is not the name of a key: no spaces, no plus signs");
        }
        if (type != NOTE && type != COSIGNATURE) {
            throw new MalformedNoteException("signature type " + type + " is not known here");
        }
    }

    /**
     * Reads the text form of C2SP signed-note, {@code name+id+key}.
     *
     * @throws MalformedNoteException when it is not a verifier key, or its id is not that of its key
     */
    public static VerifierKey parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new MalformedNoteException("'" + text + "' is not a verifier key: name+id+key");
        }
        byte[] bytes = ExactBase64.decode(parts.group(3));
        if (bytes.length != 1 + Ed25519Keys.LENGTH) {
            throw new MalformedNoteException("'" + text + "' holds no Ed25519 key");
        }
        VerifierKey key = new VerifierKey(
                parts.group(1), bytes[0], Ed25519Keys.ofRaw(Arrays.copyOfRange(bytes, 1, bytes.length)));
        if (!HexFormat.of().formatHex(key.id()).equals(parts.group(2))) {
            throw new MalformedNoteException("the id in '" + text + "' is not that of its name and key");
        }
        return key;
    }

    /** The text form that others can be given. */
    public String text() {
        byte[] raw = Ed25519Keys.raw(key);
        byte[] bytes = ByteBuffer.allocate(1 + raw.length).put(type).put(raw).array();
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + ExactBase64.encode(bytes);
    }

    /** The four bytes by which signature lines name it. */
    public byte[] id() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(name.getBytes(UTF_8));
            sha.update((byte) '\n');
            sha.update(type);
            return Arrays.copyOf(sha.digest(Ed25519Keys.raw(key)), ID_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether a line claims this key; only a verifier checks the claim. */
    public boolean names(Signature line) {
        return line.name().equals(name)
                && line.bytes().length > ID_LENGTH
                && Arrays.equals(id(), Arrays.copyOf(line.bytes(), ID_LENGTH));
    }

    /** A line of this key. */
    Signature line(byte[] signature) {
        byte[] bytes = ByteBuffer.allocate(ID_LENGTH + signature.length)
                .put(id())
                .put(signature)
                .array();
        return new Signature(name, bytes);
    }

    /** The part of a line after the id. */
    static byte[] signature(Signature line) {
        return Arrays.copyOfRange(line.bytes(), ID_LENGTH, line.bytes().length);
    }
}
