package org.dutyledger.ledger.envelope;

/** The canonical form of a string by RFC 8785, section 3.2.2.2. */
final class CanonicalText {
    private static final String HEX = "0123456789abcdef";

    private CanonicalText() {}

    static void append(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else if (Character.isSurrogate(c)) {
                        i = pair(out, text, i);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** UTF-8 would turn half a pair into '?' without a word, and the hash would cover another text than the one given. */
    private static int pair(StringBuilder out, String text, int i) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
            throw new IllegalArgumentException("half a surrogate pair at index " + i + ": not valid Unicode");
        }
        out.append(text, i, i + 2);
        return i + 1;
    }
}
