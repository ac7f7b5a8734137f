package org.dutyledger.report.proof;

import java.io.ByteArrayOutputStream;

/** Adds members before and after those of a JSON object that arrives in chunks, without reading it into memory. */
final class JsonObjectExtender {
    private static final int NOTHING = -1;
    private final byte[] before;
    private final byte[] after;
    private boolean begun;
    /** The last byte so far: only at the end it is known whether it closes the object. */
    private int held = NOTHING;

    JsonObjectExtender(byte[] before, byte[] after) {
        this.before = before;
        this.after = after;
    }

    /** The output for a chunk. */
    byte[] next(byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(before.length + piece.length + 1);
        int from = 0;
        if (!begun && piece.length > 0) {
            begun = true;
            if (piece[0] != '{') {
                throw new IllegalStateException("the proof is not a JSON object");
            }
            out.write('{');
            out.writeBytes(before);
            from = 1;
        }
        if (from < piece.length) {
            if (held != NOTHING) {
                out.write(held);
            }
            out.write(piece, from, piece.length - 1 - from);
            held = piece[piece.length - 1];
        }
        return out.toByteArray();
    }

    /** The text after the last chunk. */
    byte[] end() {
        if (held != '}') {
            throw new IllegalStateException("the proof breaks off");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(after.length + 1);
        out.writeBytes(after);
        out.write('}');
        return out.toByteArray();
    }
}
