package org.dutyledger.verifier.copies;

import static org.dutyledger.verifier.copies.CopyCases.RUN;
import static org.dutyledger.verifier.copies.CopyCases.alternate;
import static org.dutyledger.verifier.sample.DocxParts.DOCUMENT;

import org.dutyledger.verifier.finding.Code;

/** Content of the document that programs show otherwise than it reads. */
final class HiddenInText {
    private HiddenInText() {}

    static void of(CopyCases c) {
        c.run("vanished", "<w:vanish/>");
        c.run("white", "<w:color w:val=\"FFFFFF\"/>");
        c.run("colour-of-a-theme", "<w:color w:val=\"000000\" w:themeColor=\"background1\"/>");
        c.run("black-behind-black", "<w:shd w:val=\"clear\" w:fill=\"000000\"/>");
        c.run("black-marker", "<w:highlight w:val=\"black\"/>");
        c.run("tiny", "<w:sz w:val=\"2\"/>");
        c.run("squeezed", "<w:w w:val=\"1\"/>");
        c.run("on-top-of-itself", "<w:spacing w:val=\"-400\"/>");
        c.run("struck-through", "<w:strike/>");
        c.run("raised-off-the-line", "<w:position w:val=\"400\"/>");
        c.run("symbols-for-digits", "<w:rFonts w:ascii=\"Wingdings\"/>");
        c.run("font-of-a-theme", "<w:rFonts w:asciiTheme=\"minorHAnsi\"/>");
        c.run("turned", "<w:rtl/>");
        c.paragraph("line-of-one-point", "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>");
        c.paragraph("off-the-page", "<w:ind w:left=\"-20000\"/>");
        c.paragraph("numbered", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>");
        c.paragraph("frame", "<w:framePr w:w=\"1\" w:h=\"1\"/>");
        c.paragraph("right-to-left", "<w:bidi/>");
        c.put(
                "unknown-choice",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, RUN + "</w:t></w:r>", alternate(RUN + "</w:t></w:r>", "")));
        c.put(
                "field",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        DOCUMENT,
                        RUN,
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> QUOTE 成效平平。 </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                                + RUN));
        c.put(
                "simple-field",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        DOCUMENT,
                        RUN + "</w:t></w:r>",
                        "<w:fldSimple w:instr=\"QUOTE x\">" + RUN + "</w:t></w:r></w:fldSimple>"));
        c.put(
                "field-of-a-footer",
                Code.REPORT_HIDDEN,
                d -> d.exchange("word/footer-odd.xml", " PAGE ", " INCLUDETEXT x "));
        c.put(
                "deleted",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, RUN, "<w:del w:id=\"1\"><w:r><w:delText>x</w:delText></w:r></w:del>" + RUN));
        c.put(
                "bound-to-data",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "<w:lock ", "<w:dataBinding w:xpath=\"/x\"/><w:lock "));
        c.put("placeholder", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, "<w:lock ", "<w:showingPlcHdr/><w:lock "));
        c.put(
                "link-outside",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "<w:hyperlink w:anchor=\"S_N0001\"", "<w:hyperlink r:id=\"rId1\""));
        c.put(
                "row-of-one-twip",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        DOCUMENT,
                        "<w:tr><w:tc>",
                        "<w:tr><w:trPr><w:trHeight w:val=\"1\" w:hRule=\"exact\"/></w:trPr><w:tc>"));
        c.put("cells-merged", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, "</w:tcPr>", "<w:vMerge/></w:tcPr>"));
        c.put(
                "table-that-floats",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "<w:tblPr>", "<w:tblPr><w:tblpPr w:tblpX=\"1\"/>"));
        c.put(
                "dark-page",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "<w:body>", "<w:background w:color=\"000000\"/><w:body>"));
        c.put("narrow-page", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, "w:w=\"11906\"", "w:w=\"200\""));
    }
}
