package org.dutyledger.verifier.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dutyledger.indicators.text.Repertoire;
import org.dutyledger.verifier.model.Model;
import org.dutyledger.verifier.model.Model.Computation;
import org.dutyledger.verifier.model.Model.Paragraph;
import org.dutyledger.verifier.model.Model.Run;
import org.dutyledger.verifier.model.Model.Source;
import org.dutyledger.verifier.readback.Mark;
import org.dutyledger.verifier.readback.Mark.Kind;

/** The links, labels and names of places that the renderer writes into a DOCX, each at its place of the text. */
final class ExpectedMarks {
    private final Set<Mark> marks = new HashSet<>();

    private ExpectedMarks() {}

    /** All of a model. A program that saves the file again may drop some, or what is shown over a link. */
    static Set<Mark> of(Model model) {
        ExpectedMarks expected = new ExpectedMarks();
        model.body().forEach(expected::paragraph);
        model.sources().forEach(expected::source);
        return expected.marks;
    }

    private void paragraph(Paragraph paragraph) {
        String text = Repertoire.printed(paragraph.text());
        int from = Repertoire.printed(paragraph.head()).length();
        for (Run run : paragraph.runs()) {
            String part = Repertoire.printed(run.text());
            String source = run.source();
            if (source != null && !run.kind().equals("TEXT")) {
                link("S_" + source, "数据来源 " + source, text, from, part);
                marks.add(new Mark(Kind.CONTROL, source, "", text, from, part));
                marks.add(new Mark(Kind.PLACE, source, "", text, from, ""));
            }
            from += part.length();
        }
        if (paragraph.style().equals("TITLE")) {
            marks.add(new Mark(Kind.TITLE, "", "", text, 0, ""));
        }
    }

    private void source(Source source) {
        marks.add(new Mark(Kind.PLACE, "S_" + source.id(), "", source.id(), 0, ""));
        if (source.printed()) {
            link(source.id(), "返回正文", source.id(), 0, source.id());
        }
        Computation computation = source.computation();
        if (computation == null) {
            return;
        }
        String text = Repertoire.printed(Wording.computation(computation));
        int from = Repertoire.printed(Wording.formula(computation)).length();
        List<String> inputs = computation.inputs();
        for (String input : inputs) {
            link("S_" + input, "依据", text, from, input);
            from += input.length() + 1;
        }
        if (computation.declared() != null) {
            String declared = computation.declared();
            link("S_" + declared, "申报", text, text.length() - declared.length() - 1, declared);
        }
    }

    private void link(String anchor, String hint, String paragraph, int from, String text) {
        marks.add(new Mark(Kind.LINK, anchor, hint, paragraph, from, text));
        marks.add(new Mark(Kind.LINK, anchor, "", paragraph, from, text));
    }
}
