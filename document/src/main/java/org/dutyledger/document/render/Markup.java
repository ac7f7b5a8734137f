package org.dutyledger.document.render;

import org.dutyledger.indicators.text.Repertoire;

/** Writes XML and HTML text. Submitted content is written as text, never as markup. */
final class Markup {
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup of the renderer, unescaped. */
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
     * The text with markup characters as references, and U+FFFD for every character outside of the {@link Repertoire}: one
     * that is invisible, turns the reading direction or looks like another could make a number look like another.
     */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        Repertoire.printed(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
