package org.dutyledger.document.render;

import java.util.List;
import org.dutyledger.document.template.ReportModel;

/** Every form of a report. Thread-safe. */
public final class Renderers {
    private final DocxRenderer docx = new DocxRenderer();
    private final HtmlRenderer html = new HtmlRenderer();

    /** The report as a document. */
    public RenderedFile docx(ReportModel model) {
        return docx.render(model);
    }

    /** The report as a page. */
    public RenderedFile html(ReportModel model) {
        return html.render(model);
    }

    /** All files that are issued, in the order in which they are recorded. */
    public List<RenderedFile> files(ReportModel model) {
        return List.of(docx(model), html(model));
    }
}
