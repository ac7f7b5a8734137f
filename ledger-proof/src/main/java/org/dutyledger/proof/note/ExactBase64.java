package org.dutyledger.proof.note;

import java.util.Base64;

/** Base64 in the one spelling that an encoder gives, so that no altered character goes unnoticed. */
public final class ExactBase64 {
    private ExactBase64() {}

    /** The text of these bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The bytes of this text.
     *
     * @throws MalformedNoteException when it is not exactly as {@link #encode} spells them
     */
    public static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // reported below
        }
        throw new MalformedNoteException("'" + text + "' is not Base64");
    }
}
