package org.dutyledger.indicators.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** The characters that a report prints: {@code repertoire.txt}, which explains itself. The page for browsers reads the same file. */
public final class Repertoire {
    private static final int REPLACEMENT = 0xFFFD;
    private static final BitSet CHARACTERS = read();

    private Repertoire() {}

    private static BitSet read() {
        try (InputStream in = Repertoire.class.getResourceAsStream("repertoire.txt")) {
            if (in == null) {
                throw new IllegalStateException("repertoire.txt is missing");
            }
            BitSet characters = new BitSet();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                for (String range : line.replaceFirst("#.*", "").split(" ")) {
                    if (!range.isEmpty()) {
                        String[] ends = range.split("-");
                        characters.set(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[1], 16) + 1);
                    }
                }
            });
            return characters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a report prints this character. */
    public static boolean contains(int codePoint) {
        return CHARACTERS.get(codePoint);
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
