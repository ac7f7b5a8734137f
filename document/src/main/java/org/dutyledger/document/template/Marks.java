package org.dutyledger.document.template;

import java.util.List;
import org.dutyledger.document.template.ReportModel.Kind;
import org.dutyledger.document.template.ReportModel.Paragraph;
import org.dutyledger.document.template.ReportModel.Run;

/** What is printed in a submitted text where a number could be misread; the intake cannot see all of it, such as a fact's text. */
public final class Marks {
    /** Before what would be read as a part of the number beside it. */
    static final Run JOINED = new Run(Kind.MISSING, "〔数字相连〕", null);
    /** Behind a pure number that the text would give a unit. */
    static final Run PURE = new Run(Kind.MISSING, "〔无单位〕", null);
    /** In place of a typed statistic. */
    static final Run UNSOURCED = new Run(Kind.MISSING, "〔无来源数字〕", null);

    private static final List<Run> ALL = List.of(JOINED, PURE, UNSOURCED);

    private Marks() {}

    /** Whether a paragraph has a mark. */
    public static boolean areIn(Paragraph paragraph) {
        return paragraph.runs().stream().anyMatch(ALL::contains);
    }
}
