package org.dutyledger.document.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dutyledger.document.pack.ZipFile;
import org.dutyledger.document.template.ReportModel;

/**
 * Renders the report as an Office Open XML document after GB/T 9704-2012. The parts with styles, fonts and footers are
 * files next to this class; only the text is written here. The same model gives the same bytes on every machine and JDK
 * and in every time zone.
 */
public final class DocxRenderer {
    /** Media type of the file. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Map<String, byte[]> fixedParts = new LinkedHashMap<>();

    public DocxRenderer() {
        fixedParts.put("[Content_Types].xml", part("content-types.xml"));
        fixedParts.put("_rels/.rels", part("package-rels.xml"));
        fixedParts.put("word/_rels/document.xml.rels", part("document-rels.xml"));
        fixedParts.put("word/styles.xml", part("styles.xml"));
        fixedParts.put("word/settings.xml", part("settings.xml"));
        fixedParts.put("word/fontTable.xml", part("fontTable.xml"));
        fixedParts.put("word/footer-odd.xml", part("footer-odd.xml"));
        fixedParts.put("word/footer-even.xml", part("footer-even.xml"));
    }

    /** The document as {@code report.docx}. */
    public RenderedFile render(ReportModel model) {
        Map<String, byte[]> parts = new LinkedHashMap<>(fixedParts);
        parts.put("docProps/core.xml", utf8(coreProperties(model)));
        parts.put("word/document.xml", utf8(DocxDocument.of(model)));
        return new RenderedFile("report.docx", MEDIA_TYPE, ZipFile.of(parts));
    }

    private static String coreProperties(ReportModel model) {
        String time = model.about().asOf().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Markup()
                .raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties")
                .raw(" xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"")
                .raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"")
                .raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>")
                .text(model.title())
                .raw("</dc:title><dc:language>zh-CN</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">")
                .raw(time)
                .raw("</dcterms:created></cp:coreProperties>\n")
                .toString();
    }

    private static byte[] part(String name) {
        try (InputStream in = DocxRenderer.class.getResourceAsStream("gbt9704/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the template part " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
