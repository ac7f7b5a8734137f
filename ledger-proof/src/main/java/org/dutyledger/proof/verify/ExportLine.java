package org.dutyledger.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.util.Arrays;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.chain.LineSum;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.SignedNote;
import tools.jackson.core.JacksonException;

/** One line of an export, taken apart: head, then commits and the checkpoints between them, then seal or refusal. */
sealed interface ExportLine {
    /** The name of the format in the head. */
    String FORMAT = "dutyledger/export@2";

    /** A line that ends with the sum over itself and all before. */
    sealed interface Summed extends ExportLine {
        byte[] sum();
    }

    /** The first line: the checkpoint at the export's end, and the key that signed it. */
    record Head(SignedNote checkpoint, PublicKey key, byte[] sum) implements Summed {}

    /** A commit. */
    record Commit(ExportedCommit commit, byte[] sum) implements Summed {}

    /** An earlier checkpoint, directly after the commit that it ends with. */
    record Kept(SignedNote checkpoint, byte[] sum) implements Summed {}

    /** The last line: how many commits there are, and their last sum. */
    record Seal(SignedNote note) implements ExportLine {}

    /** The last line of an export that its writer would not end, since the ledger is broken. */
    record Refusal(String code, long position, String detail) implements ExportLine {}

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is not a line of an export
     * @throws org.dutyledger.proof.note.MalformedNoteException when a note or key in it is malformed
     */
    static ExportLine parse(byte[] line) {
        try (LineReader json = new LineReader(line)) {
            ExportLine parsed =
                    switch (json.next()) {
                        case "format" -> head(json);
                        case "position" -> new Commit(json.commit(), json.hash("sum"));
                        case "checkpoint" -> new Kept(SignedNote.parse(json.text("checkpoint")), json.hash("sum"));
                        case "seal" -> seal(json, line);
                        case "refused" ->
                            new Refusal(json.text("refused"), json.position("position"), json.text("detail"));
                        default -> throw new IllegalArgumentException("no line begins with " + json.next());
                    };
            json.end();
            return parsed;
        } catch (JacksonException e) {
            throw LineReader.noLine(e);
        }
    }

    /** Whether the line ends with the sum over itself and all before. */
    static boolean sumsUp(Summed parsed, byte[] before, byte[] line) {
        int content = line.length - (",\"sum\":\"\"}".length() + 2 * CommitHash.LENGTH);
        return content > 0 && Arrays.equals(LineSum.after(before, line, content), parsed.sum());
    }

    private static Head head(LineReader json) {
        String format = json.text("format");
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("'" + format + "' is not " + FORMAT);
        }
        return new Head(
                SignedNote.parse(json.text("checkpoint")), Ed25519Keys.publicPem(json.text("key")), json.hash("sum"));
    }

    /** No sum covers this line, so it may be spelled in one way only, and hold one signature. */
    private static Seal seal(LineReader json, byte[] line) {
        SignedNote note = SignedNote.parse(json.text("seal"));
        byte[] spelled = ("{\"seal\":\"" + note.format().replace("\n", "\\n") + "\"}").getBytes(UTF_8);
        if (note.signatures().size() != 1 || !Arrays.equals(spelled, line)) {
            throw new IllegalArgumentException("the seal is not in the form that an export writes");
        }
        return new Seal(note);
    }
}
