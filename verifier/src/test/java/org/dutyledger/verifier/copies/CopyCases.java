package org.dutyledger.verifier.copies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.dutyledger.verifier.sample.DocxParts.DOCUMENT;
import static org.dutyledger.verifier.sample.DocxParts.STYLES;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.sample.DocxParts;
import org.dutyledger.verifier.sample.SampleLedger;

/** Files made of the issued ones by one change each. */
final class CopyCases {
    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    static final String W = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    static final String RUN = "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">成效显著。";
    static final String INSERTED = "<w:p><w:r><w:t>成效平平。</w:t></w:r></w:p>";
    private final DocxParts docx;
    private final String html;
    private final Map<String, ReportCopies.Case> cases = new LinkedHashMap<>();

    CopyCases(SampleLedger ledger) {
        docx = new DocxParts(ledger.docx().bytes());
        html = new String(ledger.html().bytes(), UTF_8);
    }

    Map<String, ReportCopies.Case> all() {
        return cases;
    }

    static String line(String text) {
        return "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    static String alternate(String choice, String fallback) {
        return "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice"
                + " Requires=\"x\" xmlns:x=\"urn:x\">" + choice + "</mc:Choice><mc:Fallback>" + fallback
                + "</mc:Fallback></mc:AlternateContent>";
    }

    /** A property of one run of the body. */
    void run(String name, String property) {
        hidden(
                name,
                d -> d.exchange(
                        DOCUMENT, RUN, RUN.replaceFirst("<w:rPr>.*</w:rPr>", "<w:rPr>" + property + "</w:rPr>")));
    }

    /** A property of one paragraph of the body. */
    void paragraph(String name, String property) {
        exchanged(name, "<w:pStyle w:val=\"GwBody\"/>", "<w:pStyle w:val=\"GwBody\"/>" + property);
    }

    /** A property of a paragraph of a cell. */
    void cell(String name, String property) {
        exchanged(name, "<w:pStyle w:val=\"GwCell\"/>", "<w:pStyle w:val=\"GwCell\"/>" + property);
    }

    /** A property of a row behind the first. */
    void row(String name, String property) {
        exchanged(name, "<w:tr><w:tc>", "<w:tr><w:trPr>" + property + "</w:trPr><w:tc>");
    }

    /** A property of a style that nothing has. */
    void style(String name, String property) {
        added(name, "<w:style w:type=\"character\" w:styleId=\"X\"><w:rPr>" + property + "</w:rPr></w:style>");
    }

    /** Another style. */
    void added(String name, String style) {
        hidden(name, d -> d.exchange(STYLES, "</w:styles>", style + "</w:styles>"));
    }

    /** A style changed. */
    void styled(String name, String from, String to) {
        hidden(name, d -> d.exchange(STYLES, from, to));
    }

    /** The document changed in one place. */
    void exchanged(String name, String from, String to) {
        hidden(name, d -> d.exchange(DOCUMENT, from, to));
    }

    void hidden(String name, UnaryOperator<DocxParts> change) {
        put(name, Code.REPORT_HIDDEN, change);
    }

    void put(String name, Code code, UnaryOperator<DocxParts> change) {
        packed(name, code, change.apply(docx.copy()).bytes());
    }

    /** Another way to pack the same parts. */
    void repacked(String name, Code code, UnaryOperator<byte[]> change) {
        packed(name, code, change.apply(docx.bytes()));
    }

    DocxParts docx() {
        return docx.copy();
    }

    void packed(String name, Code code, byte[] file) {
        add(name + ".docx", code, file, docx.bytes());
    }

    void html(String name, Code code, UnaryOperator<String> change) {
        add(name + ".html", code, change.apply(html).getBytes(UTF_8), html.getBytes(UTF_8));
    }

    private void add(String name, Code code, byte[] file, byte[] issued) {
        if (Arrays.equals(file, issued)) {
            throw new IllegalStateException(name + " changes nothing");
        }
        if (cases.put(name, new ReportCopies.Case(file, code)) != null) {
            throw new IllegalStateException(name + " is there twice");
        }
    }
}
