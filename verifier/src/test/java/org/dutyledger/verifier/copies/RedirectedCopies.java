package org.dutyledger.verifier.copies;

import static org.dutyledger.verifier.copies.CopyCases.RUN;
import static org.dutyledger.verifier.copies.CopyCases.W;
import static org.dutyledger.verifier.copies.CopyCases.WORD;
import static org.dutyledger.verifier.sample.DocxParts.DOCUMENT;
import static org.dutyledger.verifier.sample.DocxParts.PACKAGE;
import static org.dutyledger.verifier.sample.DocxParts.RELATIONSHIPS;
import static org.dutyledger.verifier.sample.DocxParts.TYPES;

import org.dutyledger.verifier.finding.Code;

/** The program that shows the file opens something else than the verifier would by the usual names. */
final class RedirectedCopies {
    private RedirectedCopies() {}

    static void of(CopyCases c) {
        c.put("document-elsewhere", Code.REPORT_HIDDEN, d -> d.put(
                        "word/real.xml", d.text(DOCUMENT).replace("成效显著。", "成效平平。"))
                .exchange(PACKAGE, "word/document.xml", "word/real.xml")
                .exchange(TYPES, "/word/document.xml", "/word/real.xml"));
        c.put("document-elsewhere-with-its-relationships", Code.REPORT_HIDDEN, d -> d.put(
                        "x/real.xml", d.text(DOCUMENT))
                .put("x/_rels/real.xml.rels", d.text(RELATIONSHIPS).replace("Target=\"", "Target=\"/word/"))
                .exchange(PACKAGE, "word/document.xml", "x/real.xml")
                .exchange(TYPES, "/word/document.xml", "/x/real.xml"));
        c.put(
                "second-document",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        PACKAGE,
                        "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
        c.put(
                "strict-relationship",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        PACKAGE,
                        "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
        c.put(
                "template-from-the-network",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        RELATIONSHIPS,
                        "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"http://x/s.xml\" TargetMode=\"External\"/></Relationships>"));
        c.put("part-that-nothing-names", Code.REPORT_HIDDEN, d -> d.put("word/more.xml", "<x/>"));
        c.put(
                "relationships-of-the-styles",
                Code.REPORT_HIDDEN,
                d -> d.put(
                        "word/_rels/styles.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"));
        c.put(
                "macros",
                Code.REPORT_HIDDEN,
                d -> d.exchange(
                        TYPES, WORD + "document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"));
        c.put(
                "comments",
                Code.REPORT_HIDDEN,
                d -> d.relate("comments", "comments.xml", WORD + "comments+xml", "<w:comments" + W + "/>"));
        c.put("chunk-of-html", Code.REPORT_HIDDEN, d -> d.relate("aFChunk", "chunk.html", "text/html", "<p>成效平平。</p>")
                .exchange(DOCUMENT, "<w:p>", "<w:altChunk r:id=\"r" + "chunk.html".hashCode() + "\"/><w:p>"));
        c.put(
                "frames",
                Code.REPORT_HIDDEN,
                d -> d.relate(
                        "webSettings",
                        "webSettings.xml",
                        WORD + "webSettings+xml",
                        "<w:webSettings" + W + "><w:frameset/></w:webSettings>"));
        names(c);
        c.put("picture", Code.REPORT_HIDDEN, d -> d.exchange(DOCUMENT, RUN, "<w:r><w:drawing/></w:r>" + RUN));
    }

    /** Names and attributes that one program resolves or reads in another way than the other. */
    private static void names(CopyCases c) {
        String main = "Target=\"word/document.xml\"";
        for (String target : new String[] {
            "word/./document.xml", "./word/document.xml", "x/../word/document.xml", "/./word/document.xml"
        }) {
            c.hidden(
                    "target-'" + target.replace('/', '|') + "'",
                    d -> d.exchange(PACKAGE, main, "Target=\"" + target + "\""));
        }
        c.hidden("target-of-another-letter", d -> d.relate(
                        "webSettings", "k.xml", WORD + "webSettings+xml", "<w:webSettings" + W + "/>")
                .exchange(RELATIONSHIPS, "Target=\"k.xml\"", "Target=\"\u212a.xml\""));
        c.hidden(
                "target-in-another-namespace",
                d -> d.exchange(PACKAGE, main, main + " xmlns:x=\"urn:x\" x:Target=\"word/styles.xml\""));
        c.hidden(
                "type-in-another-namespace",
                d -> d.exchange(TYPES, "<Override ", "<Override xmlns:x=\"urn:x\" x:ContentType=\"text/plain\" "));
    }
}
