package org.dutyledger.document.render;

/** Writes XML and HTML text. Whatever was submitted comes out as text, never as markup. */
final class Markup {
    private static final char REPLACEMENT = '\uFFFD';
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup of our own, as it is. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text from outside, escaped. */
    Markup text(String text) {
        out.append(escape(text));
        return this;
    }

    /**
     * The text with markup characters as references. Characters that XML forbids, and those that turn the reading
     * direction (a number could be made to look like another), become U+FFFD.
     */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (isForbidden(c) || turnsDirection(c)) {
                        safe.append(REPLACEMENT);
                    } else {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }

    private static boolean isForbidden(int c) {
        return (c < 0x20 && c != '\t' && c != '\n')
                || (c >= 0x7F && c < 0xA0)
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
