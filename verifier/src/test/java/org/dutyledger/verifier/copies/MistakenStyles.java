package org.dutyledger.verifier.copies;

import static org.dutyledger.verifier.copies.CopyCases.RUN;
import static org.dutyledger.verifier.sample.DocxParts.DOCUMENT;
import static org.dutyledger.verifier.sample.DocxParts.STYLES;

/** Styles that one program finds by their id and another one by their name, so that a cell gets the indents of the body. */
final class MistakenStyles {
    private static final String WIDE = "<w:pPr><w:ind w:left=\"600\" w:firstLine=\"900\"/></w:pPr>";
    private static final String CELL_OF_184 = "<w:pStyle w:val=\"GwCell\"/>";

    private MistakenStyles() {}

    static void of(CopyCases c) {
        c.hidden("style-of-a-cell-by-its-name", d -> d.exchange(DOCUMENT, CELL_OF_184, pStyle("宽正文"))
                .exchange(STYLES, "</w:styles>", style("X", "宽正文") + "</w:styles>"));
        c.hidden("style-of-a-paragraph-by-its-name", d -> d.exchange(
                        DOCUMENT, "<w:pStyle w:val=\"GwBody\"/>", pStyle("宽正文"))
                .exchange(STYLES, "</w:styles>", style("X", "宽正文") + "</w:styles>"));
        c.hidden("style-without-a-name", d -> d.exchange(DOCUMENT, CELL_OF_184, pStyle("X"))
                .exchange(STYLES, "</w:styles>", style("X", "x").replace("<w:name w:val=\"x\"/>", "") + "</w:styles>"));
        c.hidden("styles-whose-names-collide", d -> d.exchange(DOCUMENT, CELL_OF_184, pStyle("Y"))
                .exchange(
                        STYLES,
                        "</w:styles>",
                        style("X", "Text body (user)") + style("Y", "Text body").replace(WIDE, "") + "</w:styles>"));
        for (String name :
                new String[] {"Standard (user)", "表格 (WW)", "表格,宽正文", "表格;宽正文", " 表格", "表格\u3000", "表格 (USER)", ""}) {
            c.added("style-named-'" + name + "'", style("X", name));
        }
        c.added("name-of-a-style-is-another-id", style("X", "gwcell"));
        c.added("id-of-a-style-is-another-name", style("表格", "x"));
        for (String on : new String[] {"True", "On", "ON", "yes", ""}) {
            c.added("default-'" + on + "'", style("X", "x").replace("<w:style ", "<w:style w:default=\"" + on + "\" "));
            c.exchanged(
                    "row-repeated-'" + on + "'",
                    "<w:tr><w:tc>",
                    "<w:tr><w:trPr><w:tblHeader w:val=\"" + on + "\"/></w:trPr><w:tc>");
        }
        c.hidden("default-that-is-called-otherwise", d -> d.exchange(
                        STYLES, "<w:name w:val=\"Normal\"/>", "<w:name w:val=\"Normal2\"/>")
                .exchange(STYLES, "</w:styles>", style("X", "Normal") + "</w:styles>"));
        c.styled("no-default", "<w:style w:type=\"paragraph\" w:default=\"1\"", "<w:style w:type=\"paragraph\"");
        c.styled(
                "default-that-is-none",
                "<w:style w:type=\"paragraph\" w:default=\"1\"",
                "<w:style w:type=\"paragraph\" w:default=\"0\"");
        c.hidden("letters-of-a-style-by-its-name", d -> d.exchange(
                        DOCUMENT, RUN, RUN.replaceFirst("<w:rPr>.*</w:rPr>", "<w:rPr><w:rStyle w:val=\"大字\"/></w:rPr>"))
                .exchange(
                        STYLES,
                        "</w:styles>",
                        "<w:style w:type=\"character\" w:styleId=\"X\"><w:name w:val=\"大字\"/></w:style></w:styles>"));
        c.hidden(
                "letters-of-a-style-of-paragraphs",
                d -> d.exchange(
                        DOCUMENT,
                        RUN,
                        RUN.replaceFirst("<w:rPr>.*</w:rPr>", "<w:rPr><w:rStyle w:val=\"GwBody\"/></w:rPr>")));
        for (String[] names :
                new String[][] {{"BodyText", "Body Text"}, {"TOC1", "toc 1"}, {"Document-Map", "DocumentMap"}}) {
            c.added(
                    "styles-named-'" + names[0] + "'-and-'" + names[1] + "'",
                    style("Y", names[0]).replace(WIDE, "") + style("Z", names[1]));
        }
        c.styled(
                "cell-style-based-on-another",
                "<w:name w:val=\"表头\"/><w:basedOn w:val=\"Normal\"/>",
                "<w:name w:val=\"表头\"/><w:basedOn w:val=\"GwCell\"/>");
        c.styled(
                "cell-style-based-on-nothing",
                "<w:name w:val=\"表头\"/><w:basedOn w:val=\"Normal\"/>",
                "<w:name w:val=\"表头\"/>");
        c.exchanged("cell-without-a-style", CELL_OF_184, "");
        c.exchanged("cell-of-the-style-of-the-body", CELL_OF_184, pStyle("GwBody"));
        c.exchanged("cell-of-the-style-of-the-notes", CELL_OF_184, pStyle("GwNote"));
        c.exchanged("table-of-an-unknown-style", "<w:tblPr>", "<w:tblPr><w:tblStyle w:val=\"Grid\"/>");
        c.added("style-that-is-followed-by-nothing", style("X", "x").replace(WIDE, "<w:next w:val=\"Y\"/>"));
        c.added("style-that-is-linked-with-nothing", style("X", "x").replace(WIDE, "<w:link w:val=\"Y\"/>"));
        c.run("letters-of-a-style-without-an-id", "<w:rStyle/>");
    }

    private static String pStyle(String id) {
        return "<w:pStyle w:val=\"" + id + "\"/>";
    }

    private static String style(String id, String name) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + WIDE
                + "</w:style>";
    }
}
