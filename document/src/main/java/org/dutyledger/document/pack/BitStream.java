package org.dutyledger.document.pack;

import java.io.ByteArrayOutputStream;

/** Writes the bits of a DEFLATE stream with the fixed Huffman codes of RFC 1951, section 3.2.6. */
final class BitStream {
    private static final int LONGEST = 258;
    private final ByteArrayOutputStream out;
    private int held;
    private int count;

    BitStream(int expected) {
        out = new ByteArrayOutputStream(expected / 4 + 16);
    }

    /** Least bit first; 13 bits at most. */
    void bits(int value, int width) {
        held |= value << count;
        count += width;
        while (count >= 8) {
            out.write(held);
            held >>>= 8;
            count -= 8;
        }
    }

    /** A literal byte, a length code or the end of the block. */
    void symbol(int symbol) {
        if (symbol < 144) {
            code(0x30 + symbol, 8);
        } else if (symbol < 256) {
            code(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            code(symbol - 256, 7);
        } else {
            code(0xc0 + symbol - 280, 8);
        }
    }

    /** Length of a match, 3 to 258. */
    void length(int length) {
        if (length == LONGEST) {
            symbol(285);
            return;
        }
        int over = length - 3;
        int extra = Math.max(0, 29 - Integer.numberOfLeadingZeros(over));
        symbol(257 + 4 * extra + (over >>> extra));
        bits(over & ((1 << extra) - 1), extra);
    }

    /** How far back a match begins, 1 to 32,768. */
    void distance(int distance) {
        int over = distance - 1;
        int extra = Math.max(0, 30 - Integer.numberOfLeadingZeros(over));
        code(2 * extra + (over >>> extra), 5);
        bits(over & ((1 << extra) - 1), extra);
    }

    /** All of it, the last byte filled up with zeros. */
    byte[] bytes() {
        if (count > 0) {
            bits(0, 8 - count);
        }
        return out.toByteArray();
    }

    private void code(int code, int width) {
        bits(Integer.reverse(code) >>> (32 - width), width);
    }
}
