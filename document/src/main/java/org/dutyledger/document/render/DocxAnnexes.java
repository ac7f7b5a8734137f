package org.dutyledger.document.render;

import java.util.List;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportModel.Computation;
import org.dutyledger.document.template.ReportModel.Event;
import org.dutyledger.document.template.ReportModel.Result;
import org.dutyledger.document.template.ReportModel.Source;

/** Writes the annexes' tables into the document. */
final class DocxAnnexes {
    // twips; the landscape text area is 12756 wide
    private static final int[] SOURCE_WIDTHS = {860, 760, 2100, 1650, 900, 1700, 950, 1300, 2536};
    private static final List<String> SOURCE_HEADS =
            List.of("编号", "指标", "数据项", "数值", "来源", "填报单位", "时期", "记录时间", "账本序号、事件");
    private static final int[] RESULT_WIDTHS = {740, 2900, 1200, 7916};
    private static final List<String> RESULT_HEADS = List.of("序号", "指标", "结果", "理由");
    private static final int EVENT_COLUMNS = 4;
    private final Markup out;
    private final DocxInline inline;

    DocxAnnexes(Markup out, DocxInline inline) {
        this.out = out;
        this.inline = inline;
    }

    void write(ReportModel model) {
        // the section break before has turned the page already
        head("附件1", Words.SOURCES_TITLE, Words.sourcesNote(model), false);
        table(SOURCE_WIDTHS, SOURCE_HEADS);
        model.sources().forEach(this::source);
        out.raw("</w:tbl>\n");
        head("附件2", Words.RESULTS_TITLE, Words.resultsNote(model), true);
        table(RESULT_WIDTHS, RESULT_HEADS);
        model.results().forEach(this::result);
        out.raw("</w:tbl>\n");
        // a table may not be the last thing before the section's end
        out.raw("<w:p><w:pPr><w:pStyle w:val=\"GwFineCell\"/></w:pPr></w:p>\n");
    }

    private void head(String mark, String title, String note, boolean newPage) {
        out.raw("<w:p><w:pPr><w:pStyle w:val=\"GwAnnexMark\"/>" + (newPage ? "" : "<w:pageBreakBefore w:val=\"0\"/>")
                + "</w:pPr>");
        inline.text(mark);
        out.raw("</w:p>\n");
        paragraph("GwAnnexTitle", title);
        paragraph("GwNote", note);
    }

    private void table(int[] widths, List<String> heads) {
        int total = java.util.Arrays.stream(widths).sum();
        out.raw("<w:tbl><w:tblPr><w:tblW w:w=\"" + total + "\" w:type=\"dxa\"/><w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            out.raw("<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }
        out.raw("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (int width : widths) {
            out.raw("<w:gridCol w:w=\"" + width + "\"/>");
        }
        out.raw("</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (int i = 0; i < widths.length; i++) {
            cell(widths[i], 1);
            paragraph("GwHeadCell", heads.get(i));
            out.raw("</w:tc>");
        }
        out.raw("</w:tr>\n");
    }

    private void source(Source source) {
        row();
        cell(SOURCE_WIDTHS[0], 1);
        open("GwCell");
        inline.bookmark("S_" + source.id());
        if (source.printed()) {
            inline.link(source.id(), "返回正文", source.id());
        } else {
            inline.text(source.id());
        }
        close();
        text(SOURCE_WIDTHS[1], "GwCell", source.place());
        text(SOURCE_WIDTHS[2], "GwCell", source.name());
        text(SOURCE_WIDTHS[3], "GwCell", Words.value(source));
        text(SOURCE_WIDTHS[4], "GwCell", Words.origin(source.origin()));
        if (source.computation() != null) {
            computation(source.computation());
        }
        if (source.event() != null) {
            event(source.event(), source.period());
        }
        out.raw("</w:tr>\n");
    }

    private void event(Event event, String period) {
        text(SOURCE_WIDTHS[5], "GwCell", event.organisation());
        text(SOURCE_WIDTHS[6], "GwCell", period);
        text(SOURCE_WIDTHS[7], "GwCell", Words.time(event.recordedAt()));
        cell(SOURCE_WIDTHS[8], 1);
        paragraph("GwFineCell", "序号" + event.position());
        paragraph("GwFineCell", event.eventId());
        out.raw("</w:tc>");
    }

    private void computation(Computation computation) {
        int width = 0;
        for (int i = SOURCE_WIDTHS.length - EVENT_COLUMNS; i < SOURCE_WIDTHS.length; i++) {
            width += SOURCE_WIDTHS[i];
        }
        cell(width, EVENT_COLUMNS);
        open("GwCell");
        inline.text(Words.formula(computation));
        for (int i = 0; i < computation.inputs().size(); i++) {
            if (i > 0) {
                inline.text("、");
            }
            inline.link(
                    "S_" + computation.inputs().get(i),
                    "依据",
                    computation.inputs().get(i));
        }
        inline.text(Words.declared(computation));
        if (computation.declared() != null) {
            inline.text("（");
            inline.link("S_" + computation.declared(), "申报", computation.declared());
            inline.text("）");
        }
        close();
    }

    private void result(Result result) {
        row();
        text(RESULT_WIDTHS[0], "GwCell", result.indicator());
        text(RESULT_WIDTHS[1], "GwCell", result.title());
        text(
                RESULT_WIDTHS[2],
                "GwCell",
                result.verdict()
                        + (result.score() == null ? "" : "（" + result.score().toPlainString() + "）"));
        cell(RESULT_WIDTHS[3], 1);
        List<String> lines = Words.reasons(result);
        lines.forEach(line -> paragraph("GwCell", line));
        out.raw("</w:tc></w:tr>\n");
    }

    /** It may be split between pages: of one that is higher than a page and must not be, programs show the beginning only. */
    private void row() {
        out.raw("<w:tr>");
    }

    private void text(int width, String style, String text) {
        cell(width, 1);
        paragraph(style, text);
        out.raw("</w:tc>");
    }

    private void cell(int width, int span) {
        out.raw("<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>"
                + (span > 1 ? "<w:gridSpan w:val=\"" + span + "\"/>" : "") + "</w:tcPr>");
    }

    private void paragraph(String style, String text) {
        out.raw("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>");
        inline.text(text);
        out.raw("</w:p>");
    }

    private void open(String style) {
        out.raw("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>");
    }

    private void close() {
        out.raw("</w:p></w:tc>");
    }
}
