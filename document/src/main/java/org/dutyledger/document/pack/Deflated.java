package org.dutyledger.document.pack;

import java.util.Arrays;

/**
 * DEFLATE (RFC 1951) in one block with the fixed codes. It packs less tightly than zlib, but its bytes are the same on
 * every JDK.
 */
final class Deflated {
    private static final int WINDOW = 1 << 15;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 258;
    private static final int HASH_BITS = 15;
    private static final int END_OF_BLOCK = 256;
    private final byte[] bytes;
    private final int[] last = new int[1 << HASH_BITS];
    private final BitStream out;

    private Deflated(byte[] bytes) {
        this.bytes = bytes;
        this.out = new BitStream(bytes.length);
        Arrays.fill(last, -1);
    }

    /** The packed bytes. */
    static byte[] of(byte[] bytes) {
        Deflated deflated = new Deflated(bytes);
        deflated.write();
        return deflated.out.bytes();
    }

    private void write() {
        // the last block, with fixed codes
        out.bits(0b011, 3);
        int at = 0;
        while (at < bytes.length) {
            int before = enter(at);
            int length = before < 0 || at - before > WINDOW ? 0 : common(before, at);
            if (length < SHORTEST) {
                out.symbol(bytes[at] & 0xff);
                at++;
            } else {
                out.length(length);
                out.distance(at - before);
                for (int i = at + 1; i < at + length; i++) {
                    enter(i);
                }
                at += length;
            }
        }
        out.symbol(END_OF_BLOCK);
    }

    /** Remembers the four bytes that begin here; gives where they, or others of their slot, began last, or -1. */
    private int enter(int at) {
        if (at + SHORTEST > bytes.length) {
            return -1;
        }
        int four = (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
        int slot = four * 0x9e3779b1 >>> (32 - HASH_BITS);
        int before = last[slot];
        last[slot] = at;
        return before;
    }

    private int common(int before, int at) {
        int most = Math.min(LONGEST, bytes.length - at);
        int length = 0;
        while (length < most && bytes[before + length] == bytes[at + length]) {
            length++;
        }
        return length;
    }
}
