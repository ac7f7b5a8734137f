package org.dutyledger.verifier.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.dutyledger.verifier.sample.DocxParts.DOCUMENT;
import static org.dutyledger.verifier.sample.DocxParts.PACKAGE;
import static org.dutyledger.verifier.sample.DocxParts.RELATIONSHIPS;
import static org.dutyledger.verifier.sample.DocxParts.STYLES;
import static org.dutyledger.verifier.sample.DocxParts.TYPES;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dutyledger.verifier.finding.Code;

/** Files that are not the issued ones: honest copies, altered texts, and every kind of content that may be shown otherwise. */
public final class ReportCopies {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String W = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String RUN =
            "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">成效显著。";
    private static final String LIE = "<w:p><w:r><w:t>成效平平。</w:t></w:r></w:p>";
    private final DocxParts docx;
    private final String html;
    private final Map<String, Case> cases = new LinkedHashMap<>();

    /** A file and what a verifier must say of it. */
    public record Case(byte[] file, Code code) {}

    private ReportCopies(SampleLedger ledger) {
        docx = new DocxParts(ledger.docx().bytes());
        html = new String(ledger.html().bytes(), UTF_8);
    }

    /** All, by name. */
    public static Map<String, Case> of(SampleLedger ledger) {
        ReportCopies copies = new ReportCopies(ledger);
        copies.honest();
        copies.signed();
        copies.texts();
        copies.redirected();
        copies.hiddenInText();
        copies.hiddenByStyle();
        copies.misplaced();
        copies.pages();
        return copies.cases;
    }

    private void honest() {
        put("space-at-the-end-of-a-part", Code.REPORT_COPY, d -> d.change(DOCUMENT, xml -> xml + " "));
        put("other-style", Code.REPORT_COPY, d -> d.exchange(DOCUMENT, "<w:pStyle w:val=\"GwBody\"/>", ""));
        put(
                "page-broken-elsewhere",
                Code.REPORT_COPY,
                d -> d.exchange(DOCUMENT, RUN, RUN.replace("<w:t ", "<w:br w:type=\"page\"/><w:t ")));
        put("notes-of-an-editor", Code.REPORT_COPY, d -> d.exchange(
                        DOCUMENT, "<w:p>", "<w:p w:rsidR=\"00AB12CD\" w:rsidRDefault=\"00AB12CD\">")
                .exchange(DOCUMENT, RUN, "<w:proofErr w:type=\"spellStart\"/>" + RUN));
        put(
                "links-and-controls-removed",
                Code.REPORT_COPY,
                d -> d.change(
                        DOCUMENT,
                        xml -> xml.replaceAll("</?w:hyperlink[^>]*>|<w:sdtPr>.*?</w:sdtPr>|</?w:sdt(Content)?>", "")));
        html("line-ends-of-windows", Code.REPORT_COPY, page -> page.replace("\n", "\r\n"));
        html("byte-order-mark", Code.REPORT_COPY, page -> "\uFEFF" + page);
    }

    private void signed() {
        put(
                "signature-and-date",
                Code.REPORT_COPY,
                d -> d.exchange(
                        DOCUMENT,
                        "<w:p><w:pPr><w:sectPr>",
                        line("绍兴市越城区人民政府") + line("2022年3月1日") + "<w:p><w:pPr><w:sectPr>"));
        put(
                "number-of-the-document",
                Code.REPORT_COPY,
                d -> d.exchange(DOCUMENT, "<w:p>", line("越政〔2022〕5号") + "<w:p>"));
        put("header", Code.REPORT_COPY, d -> d.relate(
                        "header",
                        "header1.xml",
                        WORD + "header+xml",
                        "<w:hdr" + W + ">" + line("绍兴市越城区人民政府文件") + "</w:hdr>")
                .change(
                        DOCUMENT,
                        xml -> xml.replace(
                                "<w:sectPr>",
                                "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r" + "header1.xml".hashCode()
                                        + "\"/>")));
        put(
                "footer",
                Code.REPORT_COPY,
                d -> d.exchange(
                        "word/footer-odd.xml", "</w:ftr>", "<w:p><w:r><w:t>印发份数：20份</w:t></w:r></w:p></w:ftr>"));
    }

    private void texts() {
        put("digit", Code.REPORT_TEXT, d -> d.exchange(DOCUMENT, ">212<", ">213<"));
        put(
                "seven-lines-behind-the-body",
                Code.REPORT_TEXT,
                d -> d.exchange(
                        DOCUMENT, "<w:p><w:pPr><w:sectPr>", line("另有专款。").repeat(7) + "<w:p><w:pPr><w:sectPr>"));
        put(
                "long-line-behind-the-body",
                Code.REPORT_TEXT,
                d -> d.exchange(DOCUMENT, "<w:p><w:pPr><w:sectPr>", line("另".repeat(61)) + "<w:p><w:pPr><w:sectPr>"));
        put(
                "line-in-the-body",
                Code.REPORT_TEXT,
                d -> d.exchange(
                        DOCUMENT,
                        "<w:p><w:pPr><w:pStyle w:val=\"GwPart\"/>",
                        line("另有专款。") + "<w:p><w:pPr><w:pStyle w:val=\"GwPart\"/>"));
        put(
                "fallback-beside-the-true-text",
                Code.REPORT_TEXT,
                d -> d.exchange(
                        DOCUMENT, RUN, alternate(RUN + "</w:t></w:r>", "<w:r><w:t>成效平平。</w:t></w:r>") + "<w:r><w:t>"));
        put(
                "footnote",
                Code.REPORT_HIDDEN,
                d -> d.relate(
                        "footnotes",
                        "footnotes.xml",
                        WORD + "footnotes+xml",
                        "<w:footnotes" + W + "><w:footnote w:id=\"1\">" + LIE + "</w:footnote></w:footnotes>"));
        put(
                "verdict-in-another-cell",
                Code.REPORT_TEXT,
                d -> d.change(
                        DOCUMENT,
                        xml -> xml.replaceFirst(
                                "(<w:p>(?:(?!</w:p>).)*待核实(?:(?!</w:p>).)*</w:p>)(</w:tc><w:tc>(?:(?!<w:p>).)*)",
                                "<w:p/>$2$1")));
        html("digit-of-the-page", Code.REPORT_TEXT, page -> page.replaceFirst(">212</a>", ">213</a>"));
        html("title-of-the-window", Code.REPORT_TEXT, page -> page.replaceFirst("<title>[^<]*", "<title>另一份报告"));
    }

    /** The program that shows the file opens something else than the verifier would by the usual names. */
    private void redirected() {
        put("document-elsewhere", Code.REPORT_HIDDEN, d -> d.put(
                        "word/real.xml", d.text(DOCUMENT).replace("成效显著。", "成效平平。"))
                .exchange(PACKAGE, "word/document.xml", "word/real.xml")
                .exchange(TYPES, "/word/document.xml", "/word/real.xml"));
        put("document-elsewhere-with-its-relationships", Code.REPORT_HIDDEN, d -> d.put("x/real.xml", d.text(DOCUMENT))
                .put("x/_rels/real.xml.rels", d.text(RELATIONSHIPS).replace("Target=\"", "Target=\"/word/"))
                .exchange(PACKAGE, "word/document.xml", "x/real.xml")
                .exchange(TYPES, "/word/document.xml", "/x/real.xml"));
        put(
                "second-document",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        PACKAGE,
                        "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
        put(
                "strict-relationship",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        PACKAGE,
                        "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
        put(
                "template-from-the-network",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        RELATIONSHIPS,
                        "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"http://x/s.xml\" TargetMode=\"External\"/></Relationships>"));
        put("part-that-nothing-names", Code.REPORT_HIDDEN, d -> d.put("word/more.xml", "<x/>"));
        put(
                "relationships-of-the-styles",
                Code.REPORT_HIDDEN,
                d -> d.put(
                        "word/_rels/styles.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"));
        put(
                "macros",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        TYPES, WORD + "document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"));
        put(
                "comments",
                Code.REPORT_HIDDEN,
                d -> d.relate("comments", "comments.xml", WORD + "comments+xml", "<w:comments" + W + "/>"));
        put("chunk-of-html", Code.REPORT_HIDDEN, d -> d.relate("aFChunk", "chunk.html", "text/html", "<p>成效平平。</p>")
                .exchange(DOCUMENT, "<w:p>", "<w:altChunk r:id=\"r" + "chunk.html".hashCode() + "\"/><w:p>"));
        put(
                "frames",
                Code.REPORT_HIDDEN,
                d -> d.relate(
                        "webSettings",
                        "webSettings.xml",
                        WORD + "webSettings+xml",
                        "<w:webSettings" + W + "><w:frameset/></w:webSettings>"));
        put("picture", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, RUN, "<w:r><w:drawing/></w:r>" + RUN));
    }

    private void hiddenInText() {
        run("vanished", "<w:vanish/>");
        run("white", "<w:color w:val=\"FFFFFF\"/>");
        run("colour-of-a-theme", "<w:color w:val=\"000000\" w:themeColor=\"background1\"/>");
        run("black-behind-black", "<w:shd w:val=\"clear\" w:fill=\"000000\"/>");
        run("black-marker", "<w:highlight w:val=\"black\"/>");
        run("tiny", "<w:sz w:val=\"2\"/>");
        run("squeezed", "<w:w w:val=\"1\"/>");
        run("on-top-of-itself", "<w:spacing w:val=\"-400\"/>");
        run("struck-through", "<w:strike/>");
        run("raised-off-the-line", "<w:position w:val=\"400\"/>");
        run("symbols-for-digits", "<w:rFonts w:ascii=\"Wingdings\"/>");
        run("font-of-a-theme", "<w:rFonts w:asciiTheme=\"minorHAnsi\"/>");
        run("turned", "<w:rtl/>");
        paragraph("line-of-one-point", "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>");
        paragraph("off-the-page", "<w:ind w:left=\"-20000\"/>");
        paragraph("numbered", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>");
        paragraph("frame", "<w:framePr w:w=\"1\" w:h=\"1\"/>");
        paragraph("right-to-left", "<w:bidi/>");
        put(
                "unknown-choice",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, RUN + "</w:t></w:r>", alternate(RUN + "</w:t></w:r>", "")));
        put(
                "field",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        DOCUMENT,
                        RUN,
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> QUOTE 成效平平。 </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                                + RUN));
        put(
                "simple-field",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        DOCUMENT,
                        RUN + "</w:t></w:r>",
                        "<w:fldSimple w:instr=\"QUOTE x\">" + RUN + "</w:t></w:r></w:fldSimple>"));
        put(
                "field-of-a-footer",
                Code.REPORT_HIDDEN,
                d -> d.exchange("word/footer-odd.xml", " PAGE ", " INCLUDETEXT x "));
        put(
                "deleted",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, RUN, "<w:del w:id=\"1\"><w:r><w:delText>x</w:delText></w:r></w:del>" + RUN));
        put(
                "bound-to-data",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "<w:lock ", "<w:dataBinding w:xpath=\"/x\"/><w:lock "));
        put("placeholder", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, "<w:lock ", "<w:showingPlcHdr/><w:lock "));
        put(
                "link-outside",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "<w:hyperlink w:anchor=\"S_N0001\"", "<w:hyperlink r:id=\"rId1\""));
        put(
                "row-of-one-twip",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        DOCUMENT, "<w:cantSplit/>", "<w:cantSplit/><w:trHeight w:val=\"1\" w:hRule=\"exact\"/>"));
        put("cells-merged", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, "</w:tcPr>", "<w:vMerge/></w:tcPr>"));
        put(
                "table-that-floats",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "<w:tblPr>", "<w:tblPr><w:tblpPr w:tblpX=\"1\"/>"));
        put(
                "dark-page",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "<w:body>", "<w:background w:color=\"000000\"/><w:body>"));
        put("narrow-page", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, "w:w=\"11906\"", "w:w=\"200\""));
    }

    private void hiddenByStyle() {
        style("style-vanished", "<w:vanish/>");
        style("style-white", "<w:color w:val=\"FEFEFE\"/>");
        style("style-tiny", "<w:sz w:val=\"1\"/>");
        put(
                "style-of-symbols",
                Code.REPORT_HIDDEN,
                d -> d.exchange(STYLES, "w:ascii=\"仿宋_GB2312\"", "w:ascii=\"Symbol\""));
        put(
                "font-replaced",
                Code.REPORT_HIDDEN,
                d -> d.exchange("word/fontTable.xml", "仿宋,FangSong", "Wingdings,FangSong"));
        put(
                "font-brought-along",
                Code.REPORT_HIDDEN,
                d -> d.exchange("word/fontTable.xml", "</w:font>", "<w:embedRegular/></w:font>"));
        put(
                "mail-merge",
                Code.REPORT_HIDDEN,
                d -> d.exchange("word/settings.xml", "<w:zoom ", "<w:mailMerge/><w:zoom "));
    }

    /** Text where programs do not look for any. */
    private void misplaced() {
        put(
                "text-outside-of-a-run",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, RUN + "</w:t></w:r>", "<w:t>成效显著。</w:t>"));
        put("paragraph-in-properties", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, "</w:sdtPr>", "<w:p/></w:sdtPr>"));
        put(
                "properties-behind-the-text",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, RUN + "</w:t>", RUN + "</w:t><w:rPr/>"));
        put("second-body", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, "</w:body>", "</w:body><w:body/>"));
        put(
                "body-behind-the-section",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "</w:sectPr></w:body>", "</w:sectPr><w:sectPr/></w:body>"));
        put(
                "unknown-namespace",
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, RUN, "<x:t xmlns:x=\"urn:x\">a</x:t>" + RUN));
        put("instruction", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, RUN, "<?mso x?>" + RUN));
        put("letters-between", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, "<w:tblGrid>", "x<w:tblGrid>"));
    }

    private void pages() {
        html("style-that-hides", Code.REPORT_HIDDEN, page -> page.replace("</style>", ".number{font-size:0}</style>"));
        html(
                "style-that-writes",
                Code.REPORT_HIDDEN,
                page -> page.replace("</style>", "body::before{content:'成效平平。'}</style>"));
        html(
                "script",
                Code.REPORT_HIDDEN,
                page -> page.replace("</main>", "<script>document.title='x'</script></main>"));
        html("script-on-load", Code.REPORT_HIDDEN, page -> page.replace("<body>", "<body onload=\"x()\">"));
        html(
                "frame-in-the-page",
                Code.REPORT_HIDDEN,
                page -> page.replace("</main>", "<iframe srcdoc=\"x\"></iframe></main>"));
        html(
                "picture-in-the-page",
                Code.REPORT_HIDDEN,
                page -> page.replace("</main>", "<img src=\"data:,\"/></main>"));
        html("hidden-attribute", Code.REPORT_HIDDEN, page -> page.replaceFirst("<p ", "<p hidden "));
        html("style-attribute", Code.REPORT_HIDDEN, page -> page.replaceFirst("<p ", "<p style=\"color:#fff\" "));
        html("comment", Code.REPORT_HIDDEN, page -> page.replace("<main>", "<main><!-- x -->"));
        html("base", Code.REPORT_HIDDEN, page -> page.replace("<style>", "<base href=\"http://x/\"/><style>"));
        html("template", Code.REPORT_HIDDEN, page -> page.replace("</main>", "<template>x</template></main>"));
        html("link-elsewhere", Code.REPORT_HIDDEN, page -> page.replaceFirst("href=\"#S_", "href=\"http://x/#S_"));
        html("value-of-a-tooltip", Code.REPORT_HIDDEN, page -> page.replaceFirst("title=\"数据来源", "title=\"实际值"));
    }

    private static String line(String text) {
        return "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String alternate(String choice, String fallback) {
        return "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice"
                + " Requires=\"x\" xmlns:x=\"urn:x\">" + choice + "</mc:Choice><mc:Fallback>" + fallback
                + "</mc:Fallback></mc:AlternateContent>";
    }

    private void run(String name, String property) {
        put(
                name,
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        DOCUMENT, RUN, RUN.replaceFirst("<w:rPr>.*</w:rPr>", "<w:rPr>" + property + "</w:rPr>")));
    }

    private void paragraph(String name, String property) {
        put(
                name,
                Code.REPORT_HIDDEN,
                d -> d.exchange(DOCUMENT, "<w:pStyle w:val=\"GwBody\"/>", "<w:pStyle w:val=\"GwBody\"/>" + property));
    }

    private void style(String name, String property) {
        put(
                name,
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        STYLES,
                        "</w:styles>",
                        "<w:style w:type=\"character\" w:styleId=\"X\"><w:rPr>" + property
                                + "</w:rPr></w:style></w:styles>"));
    }

    private void put(String name, Code code, UnaryOperator<DocxParts> change) {
        cases.put(name + ".docx", new Case(change.apply(docx.copy()).bytes(), code));
    }

    private void html(String name, Code code, UnaryOperator<String> change) {
        String page = change.apply(html);
        if (page.equals(html)) {
            throw new IllegalStateException(name + " changes nothing");
        }
        cases.put(name + ".html", new Case(page.getBytes(UTF_8), code));
    }
}
