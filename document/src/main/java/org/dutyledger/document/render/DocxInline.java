package org.dutyledger.document.render;

/** Writes the content of a paragraph. Ids come from a counter, so the same document has the same ids. */
final class DocxInline {
    // “” and — count as Latin: without the hint the quotes come out narrow
    private static final String RUN = "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">";
    private static final int CONTROL_BASE = 100_000;
    private final Markup out;
    private int bookmarks;
    private int controls = CONTROL_BASE;

    DocxInline(Markup out) {
        this.out = out;
    }

    void text(String text) {
        out.raw(RUN).text(text).raw("</w:t></w:r>");
    }

    /** A number of the body: locked against deletion, bookmarked, linked to its row of annex 1. */
    void number(String source, String text) {
        controls++;
        int id = ++bookmarks;
        out.raw("<w:sdt><w:sdtPr><w:alias w:val=\"" + source + "\"/><w:tag w:val=\"" + source + "\"/><w:id w:val=\""
                        + controls + "\"/><w:lock w:val=\"sdtLocked\"/></w:sdtPr><w:sdtContent>")
                .raw("<w:bookmarkStart w:id=\"" + id + "\" w:name=\"" + source + "\"/>");
        link("S_" + source, "数据来源 " + source, text);
        out.raw("<w:bookmarkEnd w:id=\"" + id + "\"/></w:sdtContent></w:sdt>");
    }

    /** A place of the document that links can name. */
    void bookmark(String name) {
        int id = ++bookmarks;
        out.raw("<w:bookmarkStart w:id=\"" + id + "\" w:name=\"").text(name).raw("\"/>");
        out.raw("<w:bookmarkEnd w:id=\"" + id + "\"/>");
    }

    /** A link inside the document that prints as plain text. */
    void link(String anchor, String tooltip, String text) {
        out.raw("<w:hyperlink w:anchor=\"" + anchor + "\" w:tooltip=\"")
                .text(tooltip)
                .raw("\" w:history=\"0\">");
        text(text);
        out.raw("</w:hyperlink>");
    }
}
