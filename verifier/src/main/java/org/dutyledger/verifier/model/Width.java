package org.dutyledger.verifier.model;

/** Compares texts as a reader does: the report sets punctuation full width and drops spaces next to Chinese. */
final class Width {
    private static final String FULL = "，；：？！（）。“”";
    private static final String HALF = ",;:?!().\"\"";

    private Width() {}

    static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        text.chars()
                .filter(c -> c != ' ' && c != '\t' && c != '\u00a0' && c != '\u3000')
                .map(c -> FULL.indexOf(c) < 0 ? c : HALF.charAt(FULL.indexOf(c)))
                .forEach(c -> folded.append((char) c));
        return folded.toString();
    }
}
