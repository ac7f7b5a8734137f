package org.dutyledger.verifier.readback;

/**
 * Something that a program shows or follows at a place of the text: it must be what the issued file has there.
 *
 * @param name where a link leads, the label of a control, the name of a place; empty for a title
 * @param hint the hint that a program shows over a link; may be empty
 * @param paragraph the text of the paragraph that it is in; of a title, the title itself
 * @param from index of its first character in that text
 * @param text the covered text; empty for a place and a title
 */
public record Mark(Kind kind, String name, String hint, String paragraph, int from, String text) {
    /** The kind of a mark. */
    public enum Kind {
        /** Leads to a place of the document. */
        LINK,
        /** Shows a label around the text. */
        CONTROL,
        /** Where links of that name lead to. */
        PLACE,
        /** Of the file, in its properties. */
        TITLE
    }

    /** For people. */
    @Override
    public String toString() {
        return kind + " " + name + " " + hint + " " + text + " " + paragraph;
    }
}
