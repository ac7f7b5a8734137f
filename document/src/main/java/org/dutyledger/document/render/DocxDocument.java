package org.dutyledger.document.render;

import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportModel.Kind;
import org.dutyledger.document.template.ReportModel.Paragraph;
import org.dutyledger.document.template.ReportModel.Run;
import org.dutyledger.document.template.ReportModel.Style;

/** Writes {@code word/document.xml}: the body; the annexes follow in a separate section in landscape. */
final class DocxDocument {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>\n";
    private static final String FOOTERS = "<w:footerReference w:type=\"default\" r:id=\"rIdOdd\"/>"
            + "<w:footerReference w:type=\"even\" r:id=\"rIdEven\"/><w:type w:val=\"nextPage\"/>";

    // “lines”, not “linesAndChars”: with the latter LibreOffice sets 14 characters a line instead of 28
    private static final String GRID = "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>";
    private static final String PORTRAIT = "<w:sectPr>" + FOOTERS
            + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\""
            + " w:left=\"1588\" w:header=\"851\" w:footer=\"1417\" w:gutter=\"0\"/>" + GRID + "</w:sectPr>";
    private static final String LANDSCAPE = "<w:sectPr>" + FOOTERS
            + "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1588\" w:right=\"2098\""
            + " w:bottom=\"1474\" w:left=\"1984\" w:header=\"851\" w:footer=\"851\" w:gutter=\"0\"/></w:sectPr>";

    private final Markup out = new Markup();
    private final DocxInline inline = new DocxInline(out);

    private DocxDocument() {}

    static String of(ReportModel model) {
        DocxDocument document = new DocxDocument();
        document.out.raw(HEAD);
        model.body().forEach(document::paragraph);
        document.out.raw("<w:p><w:pPr>" + PORTRAIT + "</w:pPr></w:p>\n");
        new DocxAnnexes(document.out, document.inline).write(model);
        document.out.raw(LANDSCAPE).raw("</w:body></w:document>\n");
        return document.out.toString();
    }

    private void paragraph(Paragraph paragraph) {
        out.raw("<w:p><w:pPr><w:pStyle w:val=\"").raw(style(paragraph.style())).raw("\"/></w:pPr>");
        if (paragraph.anchor() != null) {
            inline.bookmark(paragraph.anchor().replace('-', '_'));
        }
        if (!paragraph.head().isEmpty()) {
            inline.text(paragraph.head());
        }
        paragraph.runs().forEach(this::run);
        out.raw("</w:p>\n");
    }

    private void run(Run run) {
        String source = run.source();
        if (source == null || run.kind() == Kind.TEXT) {
            inline.text(run.text());
        } else {
            inline.number(source, run.text());
        }
    }

    private static String style(Style style) {
        return switch (style) {
            case TITLE -> "GwTitle";
            case PART -> "GwPart";
            case GROUP -> "GwGroup";
            case BODY -> "GwBody";
        };
    }
}
