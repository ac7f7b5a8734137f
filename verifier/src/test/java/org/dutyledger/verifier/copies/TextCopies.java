package org.dutyledger.verifier.copies;

import static org.dutyledger.verifier.copies.CopyCases.INSERTED;
import static org.dutyledger.verifier.copies.CopyCases.RUN;
import static org.dutyledger.verifier.copies.CopyCases.W;
import static org.dutyledger.verifier.copies.CopyCases.WORD;
import static org.dutyledger.verifier.copies.CopyCases.alternate;
import static org.dutyledger.verifier.copies.CopyCases.line;
import static org.dutyledger.verifier.sample.DocxParts.DOCUMENT;
import static org.dutyledger.verifier.sample.DocxParts.PACKAGE;
import static org.dutyledger.verifier.sample.DocxParts.TYPES;

import org.dutyledger.verifier.finding.Code;

/** Honest and signed copies, and such that say something else. */
final class TextCopies {
    private TextCopies() {}

    static void of(CopyCases c) {
        honest(c);
        signed(c);
        texts(c);
    }

    private static void honest(CopyCases c) {
        c.put("space-at-the-end-of-a-part", Code.REPORT_COPY, d -> d.change(DOCUMENT, xml -> xml + " "));
        c.put("other-style", Code.REPORT_COPY, d -> d.exchange(DOCUMENT, "<w:pStyle w:val=\"GwBody\"/>", ""));
        c.put(
                "page-broken-elsewhere",
                Code.REPORT_COPY,
                d -> d.exchange(
                        DOCUMENT,
                        "<w:t xml:space=\"preserve\">一、",
                        "<w:br w:type=\"page\"/><w:t xml:space=\"preserve\">一、"));
        c.put(
                "page-broken-behind-a-paragraph",
                Code.REPORT_COPY,
                d -> d.exchange(DOCUMENT, "自查情况</w:t>", "自查情况</w:t><w:br w:type=\"page\"/>"));
        c.put(
                "links-with-their-hints-elsewhere",
                Code.REPORT_COPY,
                d -> d.change(DOCUMENT, xml -> xml.replace("w:tooltip=", "w:tgtFrame=")));
        c.put(
                "properties-of-a-program",
                Code.REPORT_COPY,
                d -> d.exchange(
                                PACKAGE,
                                "</Relationships>",
                                "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>")
                        .exchange(
                                TYPES,
                                "</Types>",
                                "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>")
                        .put(
                                "docProps/app.xml",
                                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Office</Application><Company>区政府</Company></Properties>"));
        c.put(
                "theme",
                Code.REPORT_COPY,
                d -> d.relate(
                        "theme",
                        "theme1.xml",
                        "application/vnd.openxmlformats-officedocument.theme+xml",
                        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Office\"><a:themeElements><a:clrScheme name=\"Office\"><a:dk1><a:sysClr val=\"windowText\"/></a:dk1></a:clrScheme></a:themeElements></a:theme>"));
        c.put("notes-of-an-editor", Code.REPORT_COPY, d -> d.exchange(
                        DOCUMENT, "<w:p>", "<w:p w:rsidR=\"00AB12CD\" w:rsidRDefault=\"00AB12CD\">")
                .exchange(DOCUMENT, RUN, "<w:proofErr w:type=\"spellStart\"/>" + RUN));
        c.put(
                "links-and-controls-removed",
                Code.REPORT_COPY,
                d -> d.change(
                        DOCUMENT,
                        xml -> xml.replaceAll("</?w:hyperlink[^>]*>|<w:sdtPr>.*?</w:sdtPr>|</?w:sdt(Content)?>", "")));
        c.html("line-ends-of-windows", Code.REPORT_COPY, page -> page.replace("\n", "\r\n"));
        c.html("byte-order-mark", Code.REPORT_COPY, page -> "\uFEFF" + page);
        c.put(
                "properties-as-another-form-names-them",
                Code.REPORT_COPY,
                d -> d.exchange(
                        PACKAGE,
                        "package/2006/relationships/metadata/core-properties",
                        "officedocument/2006/relationships/metadata/core-properties"));
    }

    private static void signed(CopyCases c) {
        c.put(
                "signature-and-date",
                Code.REPORT_COPY,
                d -> d.exchange(
                        DOCUMENT,
                        "<w:p><w:pPr><w:sectPr>",
                        line("绍兴市越城区人民政府") + line("2022年3月1日") + "<w:p><w:pPr><w:sectPr>"));
        c.put(
                "number-of-the-document",
                Code.REPORT_COPY,
                d -> d.exchange(DOCUMENT, "<w:p>", line("越政〔2022〕5号") + "<w:p>"));
        c.put("header", Code.REPORT_COPY, d -> d.relate(
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
        c.put("blank-headers", Code.REPORT_COPY, d -> {
            for (int header = 1; header <= 6; header++) {
                d.relate("header", "header" + header + ".xml", WORD + "header+xml", "<w:hdr" + W + "><w:p/></w:hdr>");
            }
            return d;
        });
        c.put(
                "footer-of-digits",
                Code.REPORT_COPY,
                d -> d.exchange("word/footer-odd.xml", "</w:ftr>", "<w:p><w:r><w:t>9987</w:t></w:r></w:p></w:ftr>"));
        c.put(
                "digits-beside-the-number-of-the-page",
                Code.REPORT_COPY,
                d -> d.exchange("word/footer-odd.xml", "— </w:t>", "— 2030</w:t>"));
        c.put(
                "footer",
                Code.REPORT_COPY,
                d -> d.exchange(
                        "word/footer-odd.xml", "</w:ftr>", "<w:p><w:r><w:t>印发份数：20份</w:t></w:r></w:p></w:ftr>"));
    }

    private static void texts(CopyCases c) {
        c.put(
                "lines-for-paragraphs-of-a-cell",
                Code.REPORT_TEXT,
                d -> d.change(
                        DOCUMENT,
                        xml -> xml.replaceAll(
                                "(序号[0-9]+</w:t>)</w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"GwFineCell\"/></w:pPr><w:r>"
                                        + "<w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>",
                                "$1<w:br/>")));
        c.put(
                "separator-for-paragraphs-of-a-cell",
                Code.REPORT_TEXT,
                d -> d.change(
                        DOCUMENT,
                        xml -> xml.replaceAll(
                                "(序号[0-9]+)</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"GwFineCell\"/></w:pPr><w:r><w:rPr>"
                                        + "<w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">",
                                "$1\u2029")));
        c.put("digit", Code.REPORT_TEXT, d -> d.exchange(DOCUMENT, ">212<", ">213<"));
        c.put("no-break-space", Code.REPORT_TEXT, d -> d.exchange(DOCUMENT, " ÷", "\u00a0÷"));
        c.put("tab-for-a-space", Code.REPORT_TEXT, d -> d.exchange(DOCUMENT, " ÷", "</w:t><w:tab/><w:t>÷"));
        c.put("line-for-a-space", Code.REPORT_TEXT, d -> d.exchange(DOCUMENT, " ÷", "</w:t><w:br/><w:t>÷"));
        c.put(
                "line-of-a-no-break-space",
                Code.REPORT_TEXT,
                d -> d.exchange(
                        DOCUMENT,
                        "<w:p><w:pPr><w:pStyle w:val=\"GwPart\"/>",
                        line("\u00a0") + "<w:p><w:pPr><w:pStyle w:val=\"GwPart\"/>"));
        c.hidden("space-that-is-not-kept", d -> d.exchange(DOCUMENT, " ÷", "</w:t><w:t> ÷"));
        c.put(
                "seven-lines-behind-the-body",
                Code.REPORT_TEXT,
                d -> d.exchange(
                        DOCUMENT, "<w:p><w:pPr><w:sectPr>", line("另有专款。").repeat(7) + "<w:p><w:pPr><w:sectPr>"));
        c.put(
                "long-line-behind-the-body",
                Code.REPORT_TEXT,
                d -> d.exchange(DOCUMENT, "<w:p><w:pPr><w:sectPr>", line("另".repeat(61)) + "<w:p><w:pPr><w:sectPr>"));
        c.put(
                "line-in-the-body",
                Code.REPORT_TEXT,
                d -> d.exchange(
                        DOCUMENT,
                        "<w:p><w:pPr><w:pStyle w:val=\"GwPart\"/>",
                        line("另有专款。") + "<w:p><w:pPr><w:pStyle w:val=\"GwPart\"/>"));
        c.put(
                "fallback-beside-the-true-text",
                Code.REPORT_TEXT,
                d -> d.exchange(
                        DOCUMENT, RUN, alternate(RUN + "</w:t></w:r>", "<w:r><w:t>成效平平。</w:t></w:r>") + "<w:r><w:t>"));
        c.put(
                "footnote",
                Code.REPORT_HIDDEN,
                d -> d.relate(
                        "footnotes",
                        "footnotes.xml",
                        WORD + "footnotes+xml",
                        "<w:footnotes" + W + "><w:footnote w:id=\"1\">" + INSERTED + "</w:footnote></w:footnotes>"));
        c.put(
                "verdict-in-another-cell",
                Code.REPORT_TEXT,
                d -> d.change(
                        DOCUMENT,
                        xml -> xml.replaceFirst(
                                "(<w:p>(?:(?!</w:p>).)*待核实(?:(?!</w:p>).)*</w:p>)(</w:tc><w:tc>(?:(?!<w:p>).)*)",
                                "<w:p/>$2$1")));
        c.html("digit-of-the-page", Code.REPORT_TEXT, page -> page.replaceFirst(">212</a>", ">213</a>"));
        c.html("title-of-the-window", Code.REPORT_TEXT, page -> page.replaceFirst("<title>[^<]*", "<title>另一份报告"));
    }
}
