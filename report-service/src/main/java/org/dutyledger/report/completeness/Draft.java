package org.dutyledger.report.completeness;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportModel.Kind;
import org.dutyledger.document.template.ReportModel.Paragraph;
import org.dutyledger.document.template.ReportModel.Run;
import org.dutyledger.document.template.ReportModel.Style;

/** Marks the model of a draft, so that no form of it can be taken for an issued report. */
public final class Draft {
    private static final Run TITLE = new Run(Kind.TEXT, "（草稿）", null);
    private static final Run NOTE = new Run(Kind.MISSING, "草稿：未经签发，内容可能不完整，仅供核对。", null);

    private Draft() {}

    /** The model marked as a draft: 草稿 after its title and an explanatory paragraph below it. */
    public static ReportModel of(ReportModel model) {
        List<Paragraph> body = new ArrayList<>();
        for (Paragraph paragraph : model.body()) {
            if (paragraph.style() == Style.TITLE) {
                body.add(marked(paragraph));
                body.add(new Paragraph(Style.BODY, "draft", "", "", List.of(NOTE)));
            } else {
                body.add(paragraph);
            }
        }
        return new ReportModel(model.about(), body, model.sources(), model.results());
    }

    private static Paragraph marked(Paragraph title) {
        List<Run> runs = new ArrayList<>(title.runs());
        runs.add(TITLE);
        return new Paragraph(title.style(), title.anchor(), title.holder(), title.head(), runs);
    }
}
