package org.dutyledger.verifier.copies;

import static org.dutyledger.verifier.copies.CopyCases.RUN;
import static org.dutyledger.verifier.sample.DocxParts.DOCUMENT;

import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.sample.DocxParts;

/** Text where programs do not look for any. */
final class MisplacedText {
    private MisplacedText() {}

    static void of(CopyCases c) {
        c.put(
                "text-outside-of-a-run",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, RUN + "</w:t></w:r>", "<w:t>成效显著。</w:t>"));
        c.put(
                "paragraph-in-properties",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "</w:sdtPr>", "<w:p/></w:sdtPr>"));
        c.put(
                "properties-behind-the-text",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, RUN + "</w:t>", RUN + "</w:t><w:rPr/>"));
        c.put("second-body", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, "</w:body>", "</w:body><w:body/>"));
        c.put(
                "body-behind-the-section",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "</w:sectPr></w:body>", "</w:sectPr><w:sectPr/></w:body>"));
        c.put(
                "unknown-namespace",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, RUN, "<x:t xmlns:x=\"urn:x\">a</x:t>" + RUN));
        c.put("instruction", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, RUN, "<?mso x?>" + RUN));
        c.put("letters-between", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, "<w:tblGrid>", "x<w:tblGrid>"));
        paragraphsInPlacesOfRuns(c);
        runsInPlacesOfParagraphs(c);
    }

    private static void paragraphsInPlacesOfRuns(CopyCases c) {
        c.hidden("paragraph-inside-of-a-paragraph", MisplacedText::nested);
        c.exchanged(
                "table-inside-of-a-cell",
                "<w:pStyle w:val=\"GwCell\"/></w:pPr>",
                "<w:pStyle w:val=\"GwCell\"/></w:pPr>" + control("<w:p/>"));
    }

    private static void runsInPlacesOfParagraphs(CopyCases c) {
        String run = "<w:r><w:t>实际为99.87亿元。</w:t></w:r>";
        c.exchanged("run-in-a-control-of-the-body", "<w:p>", control(run) + "<w:p>");
        c.exchanged("run-in-a-control-of-a-control", "<w:p>", control(control(run)) + "<w:p>");
        c.exchanged(
                "link-in-a-control-of-the-body",
                "<w:p>",
                control("<w:hyperlink w:anchor=\"S_N0001\">" + run + "</w:hyperlink>") + "<w:p>");
        c.exchanged("run-in-a-control-of-a-cell", "</w:tcPr>", "</w:tcPr>" + control(run));
        c.hidden(
                "run-in-a-control-of-a-footer",
                d -> d.exchange("word/footer-odd.xml", "<w:p>", control(run) + "<w:p>"));
        c.exchanged("run-in-the-body", "<w:p>", run + "<w:p>");
        c.exchanged("run-in-a-cell", "</w:tcPr>", "</w:tcPr>" + run);
        c.exchanged("paragraph-behind-the-section", "</w:sectPr></w:body>", "</w:sectPr><w:p/></w:body>");
    }

    /** A heading inside of the paragraph that follows it. */
    private static DocxParts nested(DocxParts docx) {
        return docx.change(
                DOCUMENT,
                xml -> xml.replaceFirst(
                        "(<w:p><w:pPr><w:pStyle w:val=\"GwGroup\"/>(?:(?!</w:p>).)*</w:p>)\\s*"
                                + "(<w:p><w:pPr><w:pStyle w:val=\"GwBody\"/></w:pPr>)",
                        "$2" + control("$1")));
    }

    private static String control(String content) {
        return "<w:sdt><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
    }
}
