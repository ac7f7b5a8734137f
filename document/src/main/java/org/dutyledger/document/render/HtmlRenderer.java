package org.dutyledger.document.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportModel.Kind;
import org.dutyledger.document.template.ReportModel.Paragraph;
import org.dutyledger.document.template.ReportModel.Run;

/**
 * Renders the report as one self-contained page for screen and print: no script, nothing loaded. Ids and links are those
 * of the DOCX.
 */
public final class HtmlRenderer {
    /** Media type of the file. */
    public static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    private final String css;

    public HtmlRenderer() {
        try (InputStream in = HtmlRenderer.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing");
            }
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as {@code report.html}. */
    public RenderedFile render(ReportModel model) {
        Markup out = new Markup();
        out.raw("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>")
                .text(model.title())
                .raw("</title>\n<link rel=\"icon\" href=\"data:,\"/>\n<style>\n")
                .raw(css)
                .raw("</style>\n</head>\n<body>\n<main>\n<article id=\"report\">\n");
        model.body().forEach(p -> paragraph(p, out));
        out.raw("</article>\n");
        new HtmlAnnexes(out).write(model);
        out.raw("</main>\n</body>\n</html>\n");
        return new RenderedFile("report.html", MEDIA_TYPE, out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void paragraph(Paragraph paragraph, Markup out) {
        String tag =
                switch (paragraph.style()) {
                    case TITLE -> "h1";
                    case PART -> "h2";
                    case GROUP -> "h3";
                    case BODY -> "p";
                };
        out.raw("<" + tag);
        if (paragraph.anchor() != null) {
            out.raw(" id=\"").text(paragraph.anchor()).raw("\"");
        }
        if (!paragraph.holder().isEmpty()) {
            out.raw(" data-holder=\"").text(paragraph.holder()).raw("\"");
        }
        out.raw(">");
        if (tag.equals("p") && !paragraph.head().isEmpty()) {
            out.raw("<b class=\"head\">").text(paragraph.head()).raw("</b>");
        } else {
            out.text(paragraph.head());
        }
        paragraph.runs().forEach(r -> run(r, out));
        out.raw("</" + tag + ">\n");
    }

    private static void run(Run run, Markup out) {
        String source = run.source();
        if (source != null) {
            String type = run.kind() == Kind.NUMBER ? "number" : "fact";
            out.raw("<a class=\"" + type + "\" id=\"" + source + "\" href=\"#S_" + source + "\" title=\"数据来源 " + source
                            + "\">")
                    .text(run.text())
                    .raw("</a>");
        } else if (run.kind() == Kind.MISSING) {
            out.raw("<mark>").text(run.text()).raw("</mark>");
        } else {
            out.text(run.text());
        }
    }
}
