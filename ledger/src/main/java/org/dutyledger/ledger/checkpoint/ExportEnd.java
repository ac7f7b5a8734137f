package org.dutyledger.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.ledger.note.Ed25519Keys;
import org.dutyledger.ledger.note.MalformedNoteException;
import org.dutyledger.ledger.note.SignedNote;

/**
 * The last line of an export.
 *
 * @param checkpoint of the ledger up to where it is exported
 * @param seal how many commit lines come before, and their running sum: what they hold beyond hashed bytes is bound by it
 * @param key that signed both, for who has none from elsewhere
 */
public record ExportEnd(SignedNote checkpoint, SignedNote seal, PublicKey key) {
    private static final Pattern LINE =
            Pattern.compile("\\{\"checkpoint\":\"([^\"]*)\",\"seal\":\"([^\"]*)\",\"key\":\"([^\"]*)\"}");

    /** Name of the seals of a ledger, so that a seal is never taken for a checkpoint. */
    public static String sealOrigin(String origin) {
        return origin + "/export";
    }

    /** Whether a line wants to be this one. */
    public static boolean begins(byte[] line) {
        byte[] start = "{\"checkpoint\"".getBytes(UTF_8);
        return line.length > start.length && java.util.Arrays.equals(line, 0, start.length, start, 0, start.length);
    }

    /** The line, without newline. */
    public byte[] line() {
        // nothing in a note of ours needs another escape than its newlines
        String line = "{\"checkpoint\":\"" + checkpoint.format().replace("\n", "\\n") + "\",\"seal\":\""
                + seal.format().replace("\n", "\\n") + "\",\"key\":\""
                + Base64.getEncoder().encodeToString(key.getEncoded()) + "\"}";
        return line.getBytes(UTF_8);
    }

    /**
     * Reads the line.
     *
     * @throws MalformedNoteException when it is not exactly as {@link #line} writes it
     */
    public static ExportEnd parse(byte[] line) {
        Matcher parts = LINE.matcher(new String(line, UTF_8));
        if (!parts.matches()) {
            throw new MalformedNoteException("not the last line of an export");
        }
        ExportEnd end = new ExportEnd(
                SignedNote.parse(parts.group(1).replace("\\n", "\n")),
                SignedNote.parse(parts.group(2).replace("\\n", "\n")),
                Ed25519Keys.publicPem(parts.group(3)));
        if (!java.util.Arrays.equals(end.line(), line)) {
            throw new MalformedNoteException("the last line is not spelled as an export spells it");
        }
        return end;
    }
}
