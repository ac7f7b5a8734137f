package org.dutyledger.verifier.copies;

import static org.dutyledger.verifier.copies.CopyCases.RUN;
import static org.dutyledger.verifier.copies.CopyCases.W;

/** What a program shows beside the text or follows from it: page numbers, hints, labels, links, properties of the file. */
final class ForeignMarks {
    private static final String FOOTER = "word/footer-odd.xml";
    private static final String CORE = "docProps/core.xml";
    private static final String BEGIN = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private static final String END = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    private static final String PLACE =
            "<w:bookmarkStart w:id=\"900\" w:name=\"S_N0001\"/><w:bookmarkEnd w:id=\"900\"/>";

    private ForeignMarks() {}

    static void of(CopyCases c) {
        pageNumbers(c);
        links(c);
        properties(c);
    }

    private static void pageNumbers(CopyCases c) {
        footer(c, "result-that-is-no-number", "<w:t>1</w:t>", "<w:t>99.87</w:t>");
        footer(c, "result-of-five-digits", "<w:t>1</w:t>", "<w:t>12345</w:t>");
        footer(c, "field-without-an-end", END, "");
        footer(c, "field-without-an-instruction", " PAGE ", " ");
        footer(c, "field-in-a-field", BEGIN, BEGIN + BEGIN);
        footer(c, "text-in-an-instruction", BEGIN, BEGIN + "<w:r><w:t>9</w:t></w:r>");
        footer(c, "end-without-a-field", "</w:p>", END + "</w:p>");
    }

    private static void links(CopyCases c) {
        c.exchanged("hint-of-another-text", "w:tooltip=\"数据来源 N0001\"", "w:tooltip=\"更正：实际为99.87亿元\"");
        c.exchanged("hint-of-another-number", "w:tooltip=\"数据来源 N0001\"", "w:tooltip=\"数据来源 N0002\"");
        c.exchanged("second-hint", "w:tooltip=\"数据来源 N0001\"", "w:tooltip=\"数据来源 N0001\" w:tgtFrame=\"误报\"");
        c.exchanged("hint-in-the-annex", "w:tooltip=\"返回正文\"", "w:tooltip=\"误报\"");
        c.exchanged("label-of-another-text", "<w:alias w:val=\"N0001\"/>", "<w:alias w:val=\"误报\"/>");
        c.exchanged(
                "label-of-another-number",
                "<w:alias w:val=\"N0001\"/><w:tag w:val=\"N0001\"/>",
                "<w:alias w:val=\"N0002\"/>");
        c.exchanged("tag-of-another-text", "<w:tag w:val=\"N0001\"/>", "<w:tag w:val=\"误报\"/>");
        c.exchanged(
                "label-of-a-paragraph",
                "<w:p>",
                "<w:sdt><w:sdtPr><w:alias w:val=\"误报\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:p>");
        c.exchanged("link-to-another-number", "w:anchor=\"S_N0003\"", "w:anchor=\"S_N0004\"");
        c.exchanged(
                "link-where-none-was",
                RUN + "</w:t></w:r>",
                "<w:hyperlink w:anchor=\"S_N0001\">" + RUN + "</w:t></w:r></w:hyperlink>");
        c.exchanged("link-over-nothing", RUN, "<w:hyperlink w:anchor=\"top\" w:tooltip=\"误报\"/>" + RUN);
        c.exchanged("place-of-a-number-elsewhere", RUN, PLACE + RUN);
        c.exchanged("place-of-a-number-between-paragraphs", "<w:p>", PLACE + "<w:p>");
        c.exchanged("places-exchanged", "w:name=\"S_N0003\"", "w:name=\"S_N0004\"");
    }

    private static void properties(CopyCases c) {
        core(c, "title-of-another-text", "<dc:title>[^<]*", "<dc:title>全部合格");
        core(c, "subject", "<dc:title>", "<dc:subject>全部合格</dc:subject><dc:title>");
        core(c, "comments-of-the-file", "<dc:title>", "<dc:description>全部合格</dc:description><dc:title>");
        core(c, "property-of-any-name", "<dc:title>", "<x:y xmlns:x=\"urn:x\">全部合格</x:y><dc:title>");
        core(c, "property-between-properties", "<dc:title>", "全部合格<dc:title>");
        c.hidden(
                "characters-in-a-theme",
                d -> d.relate(
                        "theme",
                        "theme1.xml",
                        "application/vnd.openxmlformats-officedocument.theme+xml",
                        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:t>全部合格</a:t></a:theme>"));
        c.hidden(
                "theme-of-something-else",
                d -> d.relate(
                        "theme",
                        "theme1.xml",
                        "application/vnd.openxmlformats-officedocument.theme+xml",
                        "<w:styles" + W + "/>"));
    }

    private static void footer(CopyCases c, String name, String from, String to) {
        c.hidden(name, d -> d.exchange(FOOTER, from, to));
    }

    private static void core(CopyCases c, String name, String from, String to) {
        c.hidden(name, d -> d.change(CORE, xml -> xml.replaceFirst(from, to)));
    }
}
