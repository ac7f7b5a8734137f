package org.dutyledger.indicators.text;

/**
 * The characters that a report prints: those of Chinese official documents. Written out, not asked of the runtime, so that
 * every program of every version decides alike; all are written from left to right, are visible, and none is made of others.
 */
public final class Repertoire {
    private static final int REPLACEMENT = 0xFFFD;

    // first and last of each range, ascending
    private static final int[] RANGES = {
        0x20,
        0x7E, // ASCII
        0xA0,
        0xAC,
        0xAE,
        0xFF, // Latin-1 without the soft hyphen
        0x100,
        0x17F,
        0x1CD,
        0x1DC,
        0x1F8,
        0x1F9, // letters of other languages and of Pinyin
        0x391,
        0x3A1,
        0x3A3,
        0x3A9,
        0x3B1,
        0x3C9, // Greek
        0x2013,
        0x2014,
        0x2018,
        0x2019,
        0x201C,
        0x201D,
        0x2026,
        0x2026,
        0x2030,
        0x2030,
        0x203B,
        0x203B, // punctuation
        0x2103,
        0x2103,
        0x2116,
        0x2116,
        0x2160,
        0x216B,
        0x2190,
        0x2193, // ℃ № Ⅳ →
        0x2212,
        0x2212,
        0x2248,
        0x2248,
        0x2260,
        0x2260,
        0x2264,
        0x2265, // − ≈ ≠ ≤ ≥
        0x2460,
        0x249B, // ① ⑴ ⒈
        0x25A0,
        0x25A1,
        0x25B2,
        0x25B3,
        0x25C6,
        0x25C7,
        0x25CB,
        0x25CB,
        0x25CF,
        0x25CF,
        0x2605,
        0x2606, // ■ ▲ ◆ ○ ★
        0x3000,
        0x3003,
        0x3005,
        0x3005,
        0x3007,
        0x3011,
        0x3014,
        0x3017, // 〇 and brackets
        0x3220,
        0x3229,
        0x338E,
        0x338F,
        0x339C,
        0x339E,
        0x33A1,
        0x33A1, // ㈠ ㎏ ㎜ ㎡
        0x3400,
        0x4DB5,
        0x4E00,
        0x9FEF, // Chinese
        0xFF01,
        0xFF5E,
        0xFFE5,
        0xFFE5, // full width
        0x20000,
        0x2A6D6,
        0x2A700,
        0x2B734,
        0x2B740,
        0x2B81D,
        0x2B820,
        0x2CEA1,
        0x2CEB0,
        0x2EBE0 // rare Chinese
    };

    private Repertoire() {}

    /** Whether a report prints this character. */
    public static boolean contains(int codePoint) {
        for (int i = 0; i < RANGES.length; i += 2) {
            if (codePoint >= RANGES[i] && codePoint <= RANGES[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The text as it is printed: U+FFFD for every other character but tabulators and line feeds. */
    public static String printed(String text) {
        StringBuilder printed = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> contains(c) || c == '\t' || c == '\n' ? c : REPLACEMENT)
                .forEach(printed::appendCodePoint);
        return printed.toString();
    }
}
