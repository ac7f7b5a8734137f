package org.dutyledger.verifier.readback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dutyledger.verifier.finding.Text;

/** Reads paragraphs and rows of a DOCX, whatever program saved it last. */
public final class DocxText {
    private static final Pattern PAGE_NUMBER = Pattern.compile("—? ?[0-9]{0,4} ?—?");

    private DocxText() {}

    /**
     * Reads a file.
     *
     * @throws UnreadableReportException when it is no DOCX, or too large when unpacked
     */
    public static Reading of(byte[] file) throws UnreadableReportException {
        List<List<String>> blocks = new ArrayList<>();
        List<Reading.Margin> margins = new ArrayList<>();
        Optional<Text> hidden = Optional.empty();
        try {
            for (WordPackage.Part part : WordPackage.open(file)) {
                PlainWord read = PlainWord.of(part);
                hidden = hidden.or(read::hidden);
                if (part.isMargin()) {
                    read.blocks().stream()
                            .map(cells -> String.join(" ", cells))
                            .filter(text -> !PAGE_NUMBER.matcher(text).matches())
                            .forEach(text ->
                                    margins.add(new Reading.Margin(part.kind().equals("header"), text)));
                } else {
                    blocks.addAll(read.blocks());
                }
            }
        } catch (WordPackage.Unknown e) {
            return new Reading(Optional.empty(), List.of(), Optional.of(e.place));
        }
        return new Reading(Optional.of(blocks), margins, hidden);
    }
}
