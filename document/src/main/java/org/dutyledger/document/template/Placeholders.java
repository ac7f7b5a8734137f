package org.dutyledger.document.template;

import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.document.template.Narrative.Piece;

/** Finds what a submitted text quotes. */
public final class Placeholders {
    private Placeholders() {}

    /** The ids of figures and measures that a narrative prints, each once, in the order of the text. */
    public static List<String> of(String narrative) {
        Stream<Piece> pieces = Narrative.parse(narrative).paragraphs().stream().flatMap(List::stream);
        return pieces.filter(Piece::placeholder).map(Piece::text).distinct().toList();
    }
}
