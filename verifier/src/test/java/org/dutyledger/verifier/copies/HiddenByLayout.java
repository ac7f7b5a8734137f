package org.dutyledger.verifier.copies;

import static org.dutyledger.verifier.copies.CopyCases.INSERTED;
import static org.dutyledger.verifier.copies.CopyCases.RUN;
import static org.dutyledger.verifier.copies.CopyCases.W;
import static org.dutyledger.verifier.copies.CopyCases.WORD;
import static org.dutyledger.verifier.sample.DocxParts.DOCUMENT;
import static org.dutyledger.verifier.sample.DocxParts.STYLES;

import org.dutyledger.verifier.finding.Code;

/** Values of styles, paragraphs, tables and sections that hide text. */
final class HiddenByLayout {
    private static final String CELL_STYLE =
            "<w:spacing w:before=\"30\" w:after=\"30\"/><w:jc w:val=\"left\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"仿宋_GB2312\"";
    private static final String TAB_STOP = "<w:tabs><w:tab w:val=\"left\" w:pos=\"6000\"/></w:tabs>";
    private static final String LAST_MARGINS =
            "<w:pgMar w:top=\"1588\" w:right=\"2098\" w:bottom=\"1474\" w:left=\"1984\" w:header=\"851\" w:footer=\"851\"";
    private static final String LAST_SECTION = "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>";

    private HiddenByLayout() {}

    static void of(CopyCases c) {
        styles(c);
        stylesOfOthers(c);
        fonts(c);
        indents(c);
        lines(c);
        marksOfParagraphs(c);
        cells(c);
        pages(c);
        margins(c);
    }

    private static void styles(CopyCases c) {
        c.style("style-vanished", "<w:vanish/>");
        c.style("style-white", "<w:color w:val=\"FEFEFE\"/>");
        c.style("style-tiny", "<w:sz w:val=\"1\"/>");
        c.put(
                "style-of-symbols",
                Code.REPORT_HIDDEN,
                d -> d.exchange(STYLES, "w:ascii=\"仿宋_GB2312\"", "w:ascii=\"Symbol\""));
        c.put(
                "font-replaced",
                Code.REPORT_HIDDEN,
                d -> d.exchange("word/fontTable.xml", "仿宋,FangSong", "Wingdings,FangSong"));
        c.put(
                "font-brought-along",
                Code.REPORT_HIDDEN,
                d -> d.exchange("word/fontTable.xml", "</w:font>", "<w:embedRegular/></w:font>"));
        c.put(
                "mail-merge",
                Code.REPORT_HIDDEN,
                d -> d.exchange("word/settings.xml", "<w:zoom ", "<w:mailMerge/><w:zoom "));
    }

    /** Values that a paragraph or cell has from elsewhere, and styles that programs may take for one another. */
    private static void stylesOfOthers(CopyCases c) {
        c.styled("indent-of-the-cells-style", CELL_STYLE, "<w:ind w:left=\"600\"/>" + CELL_STYLE);
        c.styled("space-of-the-cells-style", CELL_STYLE, CELL_STYLE.replace("before=\"30\"", "before=\"600\""));
        c.styled("indent-of-the-default-style", "<w:overflowPunct/>", "<w:overflowPunct/><w:ind w:firstLine=\"600\"/>");
        c.styled("indent-of-all-paragraphs", "<w:pPr/>", "<w:pPr><w:ind w:left=\"300\"/></w:pPr>");
        c.styled(
                "indent-of-the-table's-style",
                "<w:name w:val=\"Normal Table\"/>",
                "<w:name w:val=\"Normal Table\"/><w:pPr><w:ind w:left=\"600\"/></w:pPr>");
        c.styled(
                "indent-of-the-style-below",
                "<w:name w:val=\"表格\"/><w:basedOn w:val=\"Normal\"/>",
                "<w:name w:val=\"表格\"/><w:basedOn w:val=\"GwBody\"/>");
        c.exchanged("style-of-the-body-in-a-cell", "<w:pStyle w:val=\"GwCell\"/>", "<w:pStyle w:val=\"GwBody\"/>");
        c.added("second-style-of-an-id", style("GwCell", "x", ""));
        c.added("second-style-of-an-id-in-capitals", style("GWCELL", "x", ""));
        c.added("second-style-of-a-name", style("X", "表格", "<w:pPr><w:ind w:left=\"600\"/></w:pPr>"));
        c.added("second-default", style("X", "x", "").replace("<w:style ", "<w:style w:default=\"1\" "));
        c.added("style-based-on-itself", style("X", "x", "<w:basedOn w:val=\"X\"/>"));
        c.added("style-based-on-nothing", style("X", "x", "<w:basedOn w:val=\"Y\"/>"));
        c.styled(
                "letters-of-the-default-style",
                "<w:name w:val=\"Default Paragraph Font\"/>",
                "<w:name w:val=\"Default Paragraph Font\"/><w:rPr><w:sz w:val=\"14\"/></w:rPr>");
        c.hidden(
                "numbering",
                d -> d.relate(
                        "numbering",
                        "numbering.xml",
                        WORD + "numbering+xml",
                        "<w:numbering" + W
                                + "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:pStyle w:val=\"GwCell\"/><w:pPr><w:ind w:left=\"6000\"/></w:pPr></w:lvl></w:abstractNum></w:numbering>"));
    }

    private static void fonts(CopyCases c) {
        String song = "<w:font w:name=\"宋体\"><w:altName w:val=\"SimSun,STSong\"/>";
        c.hidden(
                "font-said-to-be-of-symbols",
                d -> d.exchange("word/fontTable.xml", "<w:charset w:val=\"86\"/>", "<w:charset w:val=\"02\"/>"));
        c.hidden(
                "font-that-looks-like-symbols",
                d -> d.exchange("word/fontTable.xml", song, song + "<w:panose1 w:val=\"05000000000000000000\"/>"));
        c.run("grey-on-grey", "<w:color w:val=\"969696\"/>");
        c.paragraph("grey-behind-grey", "<w:shd w:val=\"clear\" w:fill=\"C8C8C8\"/>");
    }

    private static void indents(CopyCases c) {
        c.cell("indent-in-a-cell", "<w:ind w:left=\"6000\"/>");
        c.cell("small-indent-in-a-cell", "<w:ind w:left=\"400\"/>");
        c.cell("first-line-in-a-cell", "<w:ind w:firstLine=\"600\"/>");
        c.cell("indent-by-characters-in-a-cell", "<w:ind w:rightChars=\"200\"/>");
        c.paragraph("indent-of-half-a-page", "<w:ind w:left=\"4000\"/>");
        c.paragraph("indent-by-twenty-characters", "<w:ind w:leftChars=\"2000\"/>");
        c.paragraph("indent-into-the-margin", "<w:ind w:left=\"-600\"/>");
        c.paragraph("indent-by-characters-into-the-margin", "<w:ind w:leftChars=\"-200\"/>");
        c.paragraph("hanging-into-the-margin", "<w:ind w:hanging=\"600\"/>");
        c.paragraph("first-line-beyond-the-page", "<w:ind w:firstLine=\"20000\"/>");
        c.exchanged("table-into-the-margin", "<w:tblLayout ", "<w:tblInd w:w=\"-300\" w:type=\"dxa\"/><w:tblLayout ");
    }

    private static void lines(CopyCases c) {
        c.paragraph("letters-aligned-at-the-top", "<w:textAlignment w:val=\"top\"/>");
        c.exchanged("smaller-letters-in-a-line", "显著。</w:t></w:r>", "显著" + lastLetter("<w:sz w:val=\"20\"/>"));
        c.exchanged("lighter-letters-in-a-line", "显著。</w:t></w:r>", "显著" + lastLetter("<w:color w:val=\"404040\"/>"));
        c.paragraph("tab-stop-for-decimals", "<w:tabs><w:tab w:val=\"decimal\" w:pos=\"3000\"/></w:tabs>");
        c.exchanged("marks-without-end", "<w:body>", "<w:body><w:p>" + "<w:proofErr/>".repeat(5_001) + "</w:p>");
        c.exchanged("line-breaks-without-a-text", "<w:body>", "<w:body><w:p><w:r><w:br/><w:br/></w:r></w:p>");
        c.exchanged(
                "runs-without-end",
                "<w:body>",
                "<w:body><w:p>" + "<w:r><w:t>\u3000</w:t></w:r>".repeat(2_001) + "</w:p>");
        c.paragraph("line-lower-than-its-letters", "<w:spacing w:line=\"300\" w:lineRule=\"exact\"/>");
        c.paragraph("line-of-less-than-one", "<w:spacing w:line=\"120\" w:lineRule=\"auto\"/>");
        c.run("letters-taller-than-their-line", "<w:sz w:val=\"60\"/>");
        c.hidden("letters-of-a-style-taller-than-their-line", d -> d.exchange(
                        STYLES,
                        "</w:styles>",
                        "<w:style w:type=\"character\" w:styleId=\"X\"><w:rPr><w:sz w:val=\"60\"/></w:rPr></w:style></w:styles>")
                .exchange(
                        DOCUMENT,
                        RUN,
                        RUN.replaceFirst("<w:rPr>.*</w:rPr>", "<w:rPr><w:rStyle w:val=\"X\"/></w:rPr>")));
        c.styled("style-of-letters-taller-than-their-line", "<w:sz w:val=\"24\"/>", "<w:sz w:val=\"44\"/>");
        c.exchanged(
                "one-word-in-small-type",
                "</w:rPr><w:t xml:space=\"preserve\">2021<",
                "<w:sz w:val=\"14\"/></w:rPr><w:t xml:space=\"preserve\">2021<");
        c.run("huge", "<w:sz w:val=\"200\"/>");
        c.run("letters-pushed-together", "<w:spacing w:val=\"-20\"/>");
        c.run("narrow-letters", "<w:w w:val=\"66\"/>");
        c.run("fitted", "<w:fitText w:val=\"10\"/>");
        c.exchanged("page-inside-of-a-number", ">212<", ">2</w:t><w:br w:type=\"page\"/><w:t>12<");
        c.exchanged("column-inside-of-a-number", ">212<", ">2</w:t><w:br w:type=\"column\"/><w:t>12<");
        c.paragraph("words-broken-anywhere", "<w:wordWrap w:val=\"0\"/>");
    }

    /** Lines that a program draws between characters. */
    private static void marksOfParagraphs(CopyCases c) {
        c.paragraph("bar-beside-a-digit", "<w:tabs><w:tab w:val=\"bar\" w:pos=\"500\"/></w:tabs>");
        c.paragraph("leader", "<w:tabs><w:tab w:val=\"left\" w:leader=\"dot\" w:pos=\"500\"/></w:tabs>");
        c.paragraph("tab-in-the-margin", "<w:tabs><w:tab w:val=\"left\" w:pos=\"-500\"/></w:tabs>");
        c.paragraph("border-beside-a-digit", "<w:pBdr><w:left w:val=\"single\" w:sz=\"4\"/></w:pBdr>");
        c.run("thick-underline", "<w:u w:val=\"thick\"/>");
        c.exchanged("line-between-columns-left-out", "<w:insideV w:val=\"single\"", "<w:insideV w:val=\"nil\"");
    }

    private static void cells(CopyCases c) {
        c.cell("tab-stop-in-a-cell", TAB_STOP);
        c.styled("tab-stop-of-the-cells-style", CELL_STYLE, TAB_STOP + CELL_STYLE);
        c.styled("tab-stop-of-all-paragraphs", "<w:pPr/>", "<w:pPr>" + TAB_STOP + "</w:pPr>");
        c.cell("border-of-a-paragraph-in-a-cell", "<w:pBdr><w:top w:val=\"single\"/></w:pBdr>");
        c.exchanged("columns-of-other-widths", "<w:gridCol w:w=\"1650\"/>", "<w:gridCol w:w=\"500\"/>");
        c.exchanged("column-beyond-the-page", "<w:gridCol w:w=\"2100\"/>", "<w:gridCol w:w=\"16000\"/>");
        c.exchanged("cell-narrower-than-its-column", "<w:tcW w:w=\"1650\"", "<w:tcW w:w=\"500\"");
        c.exchanged("cell-of-two-columns", "</w:tcPr>", "<w:gridSpan w:val=\"2\"/></w:tcPr>");
        c.exchanged("cell-that-does-not-wrap", "</w:tcPr>", "<w:noWrap/></w:tcPr>");
        c.exchanged("cell-turned", "</w:tcPr>", "<w:textDirection w:val=\"tbRl\"/></w:tcPr>");
        c.exchanged(
                "cell-full-of-margin", "</w:tcPr>", "<w:tcMar><w:left w:w=\"300\" w:type=\"dxa\"/></w:tcMar></w:tcPr>");
        c.row("row-higher-than-the-page", "<w:trHeight w:val=\"30000\"/>");
        c.row("row-that-leaves-no-room", "<w:trHeight w:val=\"1500\"/>");
        c.row("row-repeated", "<w:tblHeader/>");
        c.row("row-that-is-cut-off", "<w:cantSplit/>");
        c.row("row-that-is-cut-off-by-a-word", "<w:cantSplit w:val=\"true\"/>");
        c.row("row-hidden", "<w:hidden/>");
        c.row("row-that-begins-later", "<w:gridBefore w:val=\"1\"/>");
        c.exchanged("table-squeezed", "<w:tblW w:w=\"12756\"", "<w:tblW w:w=\"100\"");
        c.cell("line-higher-than-the-page-in-a-cell", "<w:spacing w:line=\"2000\"/>");
        c.cell("space-in-a-cell", "<w:spacing w:before=\"600\"/>");
        c.hidden(
                "letters-too-large-for-a-cell",
                d -> d.exchange(STYLES, "<w:sz w:val=\"19\"/>", "<w:sz w:val=\"40\"/>"));
    }

    private static void pages(CopyCases c) {
        c.exchanged("no-margin", "w:left=\"1588\"", "w:left=\"300\"");
        c.exchanged("margin-of-half-a-page", "w:right=\"1474\"", "w:right=\"4000\"");
        c.exchanged(
                "page-without-room",
                LAST_SECTION + LAST_MARGINS,
                LAST_SECTION + LAST_MARGINS.replace("=\"851\"", "=\"2300\""));
        c.exchanged("gutter", "w:gutter=\"0\"", "w:gutter=\"3000\"");
        c.exchanged("header-of-a-whole-page", "w:header=\"851\"", "w:header=\"12000\"");
        c.exchanged("wide-table-on-a-narrow-page", LAST_SECTION, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>");
        c.exchanged(
                "wide-page-that-is-called-narrow", LAST_SECTION, LAST_SECTION.replace(" w:orient=\"landscape\"", ""));
        c.hidden("table-before-its-section", d -> d.change(DOCUMENT, HiddenByLayout::sectionBehindTheTables));
        c.hidden(
                "section-on-the-same-page",
                d -> d.change(DOCUMENT, xml -> xml.replace("w:val=\"nextPage\"", "w:val=\"continuous\"")));
        c.exchanged("section-without-a-size", LAST_SECTION, "");
        c.exchanged("section-of-two-sizes", LAST_SECTION, LAST_SECTION + LAST_SECTION);
        c.exchanged("lines-of-the-height-of-a-page", "w:linePitch=\"579\"", "w:linePitch=\"20000\"");
        c.exchanged("columns", "<w:docGrid ", "<w:cols w:num=\"3\"/><w:docGrid ");
        c.exchanged("page-turned", "<w:docGrid ", "<w:textDirection w:val=\"tbRl\"/><w:docGrid ");
        c.exchanged("pages-numbered-from-a-year-on", "<w:docGrid ", "<w:pgNumType w:start=\"2030\"/><w:docGrid ");
    }

    /** Headers and footers that push the text off the page. */
    private static void margins(CopyCases c) {
        String footer = "word/footer-odd.xml";
        c.hidden("footer-of-four-lines", d -> d.exchange(footer, "</w:ftr>", "<w:p/><w:p/><w:p/></w:ftr>"));
        c.hidden(
                "footer-of-many-characters",
                d -> d.exchange(footer, "</w:ftr>", INSERTED.replace("平平", "平".repeat(60)) + "</w:ftr>"));
        c.hidden(
                "footer-of-tall-letters",
                d -> d.exchange(
                        footer,
                        "</w:ftr>",
                        INSERTED.replace("<w:t>", "<w:rPr><w:sz w:val=\"60\"/></w:rPr><w:t>") + "</w:ftr>"));
        c.hidden(
                "footer-of-a-tall-mark",
                d -> d.exchange(
                        footer, "</w:ftr>", "<w:p><w:pPr><w:rPr><w:sz w:val=\"90\"/></w:rPr></w:pPr></w:p></w:ftr>"));
        c.hidden(
                "footer-of-tabulators",
                d -> d.exchange(footer, "</w:ftr>", "<w:p><w:r>" + "<w:tab/>".repeat(4) + "</w:r></w:p></w:ftr>"));
        c.hidden(
                "footer-of-a-tall-tabulator",
                d -> d.exchange(
                        footer,
                        "</w:ftr>",
                        "<w:p><w:r><w:rPr><w:sz w:val=\"90\"/></w:rPr><w:tab/></w:r></w:p></w:ftr>"));
        c.hidden("footer-of-a-mark-of-a-tall-style", d -> d.exchange(
                        STYLES,
                        "</w:styles>",
                        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Tall\"><w:name w:val=\"Tall\"/>"
                                + "<w:rPr><w:sz w:val=\"90\"/></w:rPr></w:style></w:styles>")
                .exchange(
                        footer,
                        "</w:ftr>",
                        "<w:p><w:pPr><w:rPr><w:rStyle w:val=\"Tall\"/></w:rPr></w:pPr></w:p></w:ftr>"));
        c.hidden(
                "footer-of-tall-lines",
                d -> d.exchange(
                        footer,
                        "</w:ftr>",
                        "<w:p><w:pPr><w:spacing w:line=\"600\"/><w:rPr><w:sz w:val=\"32\"/></w:rPr></w:pPr></w:p>"
                                        .repeat(2)
                                + "</w:ftr>"));
        c.hidden(
                "footer-with-a-border",
                d -> d.exchange(
                        footer,
                        "</w:ftr>",
                        "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:space=\"31\"/></w:pBdr></w:pPr></w:p></w:ftr>"));
        c.hidden("footer-of-line-breaks", d -> d.exchange(footer, "</w:ftr>", "<w:p><w:r><w:br/></w:r></w:p></w:ftr>"));
        c.hidden("footer-of-much-space", d -> d.exchange(footer, "<w:jc ", "<w:spacing w:before=\"600\"/><w:jc "));
        c.hidden(
                "table-in-a-footer",
                d -> d.exchange(
                        footer, "</w:ftr>", "<w:tbl><w:tr><w:tc>" + INSERTED + "</w:tc></w:tr></w:tbl></w:ftr>"));
    }

    private static String lastLetter(String property) {
        return "</w:t></w:r><w:r><w:rPr>" + property + "</w:rPr><w:t>。</w:t></w:r>";
    }

    private static String sectionBehindTheTables(String xml) {
        int from = xml.indexOf("<w:p><w:pPr><w:sectPr>");
        int to = xml.indexOf("</w:p>", from) + "</w:p>".length();
        int last = xml.lastIndexOf("<w:sectPr>");
        return xml.substring(0, from) + xml.substring(to, last) + xml.substring(from, to) + xml.substring(last);
    }

    private static String style(String id, String name, String properties) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + properties
                + "</w:style>";
    }
}
