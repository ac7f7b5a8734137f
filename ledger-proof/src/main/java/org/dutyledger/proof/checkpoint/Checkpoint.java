package org.dutyledger.proof.checkpoint;

import java.util.List;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.note.ExactBase64;
import org.dutyledger.proof.note.MalformedNoteException;

/**
 * The state of a ledger: the note text of a C2SP checkpoint.
 *
 * @param origin which ledger; letters, digits and {@code . _ / -}
 * @param size number of events
 * @param root root of the Merkle tree over them
 */
public record Checkpoint(String origin, long size, byte[] root) {
    public Checkpoint {
        if (!origin.matches("[A-Za-z0-9._/-]{1,200}")) {
            throw new MalformedNoteException("'" + origin + "' is not the origin of a checkpoint");
        }
        if (size < 0 || root.length != CommitHash.LENGTH) {
            throw new MalformedNoteException("a checkpoint has a size and a root of 32 bytes");
        }
    }

    /** Three lines: origin, size, root in Base64. */
    public String text() {
        return origin + "\n" + size + "\n" + ExactBase64.encode(root) + "\n";
    }

    /**
     * Reads a note text; extension lines are allowed and mean nothing here.
     *
     * @throws MalformedNoteException when it is not a checkpoint
     */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3 || lines.contains("")) {
            throw new MalformedNoteException("a checkpoint has at least three lines and no empty one");
        }
        if (!lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
            throw new MalformedNoteException("'" + lines.get(1) + "' is not a size");
        }
        return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), ExactBase64.decode(lines.get(2)));
    }
}
