package org.dutyledger.verifier.copies;

import static org.dutyledger.verifier.copies.CopyCases.line;
import static org.dutyledger.verifier.sample.DocxParts.DOCUMENT;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dutyledger.verifier.finding.Code;

/** Rows and empty paragraphs that move a text away from what it belongs to. */
final class MovedRows {
    private static final String EMPTY_CELL_PARAGRAPH = "<w:p><w:pPr><w:pStyle w:val=\"GwCell\"/></w:pPr></w:p>";
    private static final String BODY = "<w:p><w:pPr><w:pStyle w:val=\"GwPart\"/>";
    private static final String FIRST_CELL = "</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"GwCell\"/></w:pPr>";

    private MovedRows() {}

    static void of(CopyCases c) {
        c.put(
                "row-parted-in-two",
                Code.REPORT_TEXT,
                d -> d.change(
                        DOCUMENT,
                        xml -> xml.replaceFirst(
                                cell(740, "2") + cell(2900, "[^<]*") + cell(1200, "待核实")
                                        + "(<w:tc>(?:(?!</w:tc>).)*</w:tc>)",
                                "$1$2" + emptyCell(1200) + emptyCell(7916) + "</w:tr><w:tr>" + emptyCell(740)
                                        + emptyCell(2900) + "$3$4")));
        c.put("row-without-text", Code.REPORT_TEXT, d -> d.exchange(DOCUMENT, "<w:tr>", emptyRow() + "<w:tr>"));
        c.put(
                "row-without-text-at-the-end",
                Code.REPORT_TEXT,
                d -> d.change(
                        DOCUMENT,
                        xml -> xml.substring(0, xml.lastIndexOf("</w:tbl>"))
                                + "<w:tr>"
                                + IntStream.of(740, 2900, 1200, 7916)
                                        .mapToObj(MovedRows::emptyCell)
                                        .collect(Collectors.joining())
                                + "</w:tr>" + xml.substring(xml.lastIndexOf("</w:tbl>"))));
        String merged =
                "<w:tr><w:tc><w:tcPr><w:tcW w:w=\"12756\" w:type=\"dxa\"/><w:gridSpan w:val=\"4\"/></w:tcPr>%s</w:tc></w:tr>";
        String row = EMPTY_CELL_PARAGRAPH.replace("</w:p>", "<w:r><w:t>第2项评价结果更正为：合格</w:t></w:r></w:p>");
        c.put(
                "merged-row-at-the-end",
                Code.REPORT_TEXT,
                d -> d.change(DOCUMENT, xml -> atTheEnd(xml, merged.formatted(row))));
        c.put(
                "merged-row-of-seven-lines-at-the-end",
                Code.REPORT_TEXT,
                d -> d.change(DOCUMENT, xml -> atTheEnd(xml, merged.formatted(row.repeat(7)))));
        c.put(
                "empty-merged-row",
                Code.REPORT_TEXT,
                d -> d.exchange(
                        DOCUMENT,
                        "</w:tr>",
                        "</w:tr>" + merged.formatted(EMPTY_CELL_PARAGRAPH).replace("\"4\"", "\"9\"")));
        c.hidden(
                "computed-row-under-other-headings",
                d -> d.change(
                        DOCUMENT,
                        xml -> xml.replaceFirst(
                                "<w:tc><w:tcPr><w:tcW w:w=\"860\" w:type=\"dxa\"/></w:tcPr>((?:(?!</w:tr>).)*)<w:tcPr><w:tcW w:w=\"6486\" w:type=\"dxa\"/><w:gridSpan w:val=\"4\"/></w:tcPr>",
                                "<w:tc><w:tcPr><w:tcW w:w=\"5370\" w:type=\"dxa\"/><w:gridSpan w:val=\"4\"/></w:tcPr>$1<w:tcPr><w:tcW w:w=\"2536\" w:type=\"dxa\"/></w:tcPr>")));
        c.hidden(
                "empty-paragraphs-before-the-text-of-a-cell",
                d -> d.exchange(
                        DOCUMENT, FIRST_CELL, "</w:tcPr>" + EMPTY_CELL_PARAGRAPH.repeat(40) + FIRST_CELL.substring(9)));
        c.hidden(
                "empty-paragraph-in-a-control-before-the-text-of-a-cell",
                d -> d.exchange(
                        DOCUMENT,
                        FIRST_CELL,
                        "</w:tcPr><w:sdt><w:sdtContent>" + EMPTY_CELL_PARAGRAPH + "</w:sdtContent></w:sdt>"
                                + FIRST_CELL.substring(9)));
        c.hidden(
                "paragraph-of-blanks-in-a-cell",
                d -> d.exchange(
                        DOCUMENT,
                        FIRST_CELL,
                        "</w:tcPr>" + EMPTY_CELL_PARAGRAPH.replace("</w:pPr>", "</w:pPr><w:r><w:t>\u3000</w:t></w:r>")
                                + FIRST_CELL.substring(9)));
        c.put("four-empty-paragraphs", Code.REPORT_COPY, d -> d.exchange(DOCUMENT, BODY, line("").repeat(4) + BODY));
        c.hidden("five-empty-paragraphs", d -> d.exchange(DOCUMENT, BODY, line("").repeat(5) + BODY));
        c.hidden(
                "empty-paragraphs-in-a-control",
                d -> d.exchange(
                        DOCUMENT,
                        BODY,
                        "<w:sdt><w:sdtContent>" + line("").repeat(60) + "</w:sdtContent></w:sdt>" + BODY));
    }

    private static String atTheEnd(String xml, String row) {
        int end = xml.lastIndexOf("</w:tbl>");
        return xml.substring(0, end) + row + xml.substring(end);
    }

    private static String cell(int width, String text) {
        return "(<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/></w:tcPr>(?:(?!</w:tc>).)*>" + text
                + "</w:t>(?:(?!</w:tc>).)*</w:tc>)";
    }

    private static String emptyRow() {
        return "<w:tr>"
                + IntStream.of(860, 760, 2100, 1650, 900, 1700, 950, 1300, 2536)
                        .mapToObj(MovedRows::emptyCell)
                        .collect(Collectors.joining())
                + "</w:tr>";
    }

    private static String emptyCell(int width) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/></w:tcPr>" + EMPTY_CELL_PARAGRAPH
                + "</w:tc>";
    }
}
