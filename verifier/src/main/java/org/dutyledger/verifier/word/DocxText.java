package org.dutyledger.verifier.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.readback.Mark;
import org.dutyledger.verifier.readback.Reading;
import org.dutyledger.verifier.readback.UnreadableReportException;

/** Reads paragraphs and rows of a DOCX, saved by any program. */
public final class DocxText {
    private DocxText() {}

    /**
     * Reads a file.
     *
     * @throws UnreadableReportException when it is not a DOCX, or too large when unpacked
     */
    public static Reading of(byte[] file) throws UnreadableReportException {
        List<List<String>> blocks = new ArrayList<>();
        List<Reading.Margin> margins = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        Optional<Text> hidden = Optional.empty();
        try {
            List<WordPackage.Part> parts = WordPackage.open(file);
            for (WordPackage.Part part : parts) {
                PlainWord read = PlainWord.of(part);
                hidden = hidden.or(read::hidden);
                blocks.addAll(read.text().blocks());
                marks.addAll(read.text().marks());
                boolean header = part.kind().equals("header");
                read.text().lines().forEach(line -> margins.add(new Reading.Margin(header, line)));
            }
            if (hidden.isEmpty()) {
                hidden = Layout.hidden(parts);
            }
        } catch (WordPackage.Unknown e) {
            return new Reading(Optional.empty(), List.of(), List.of(), Optional.of(e.place));
        }
        return new Reading(Optional.of(blocks), margins, marks, hidden);
    }
}
