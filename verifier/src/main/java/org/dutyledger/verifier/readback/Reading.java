package org.dutyledger.verifier.readback;

import java.util.List;
import java.util.Optional;
import org.dutyledger.verifier.finding.Text;

/**
 * The readable content of a report file.
 *
 * @param blocks paragraphs, and rows as their cells, paragraphs of a cell joined by newlines; empty where the file
 *     refers elsewhere; {@code hidden} then gives the reason
 * @param margins texts of headers and footers other than the page's number
 * @param marks marks that a program shows or follows at places of the text; each must equal that of the issued file
 * @param hidden the first thing that a program may show otherwise than its characters say, with its place
 */
public record Reading(
        Optional<List<List<String>>> blocks, List<Margin> margins, List<Mark> marks, Optional<Text> hidden) {
    public Reading {
        margins = List.copyOf(margins);
        marks = List.copyOf(marks);
    }

    /** A line of a header or footer. */
    public record Margin(boolean header, String text) {}

    /** The place and what is there, in both languages. */
    public static Text at(String part, String detail) {
        return Text.of("%s：%s", "%s: %s", part, detail);
    }
}
