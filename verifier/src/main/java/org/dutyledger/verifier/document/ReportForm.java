package org.dutyledger.verifier.document;

import java.util.List;
import org.dutyledger.verifier.model.Model.SetBy;
import org.dutyledger.verifier.readback.BlockCollector;
import org.dutyledger.verifier.readback.HtmlText;

/** The differences between the forms of the report: the printed text, and the columns of an event. */
enum ReportForm {
    DOCX(List.of("账本序号、事件")) {
        @Override
        String shown(String text) {
            return text;
        }

        @Override
        List<String> event(SetBy by) {
            return List.of("序号" + by.position() + BlockCollector.BETWEEN_PARAGRAPHS + by.eventId());
        }
    },

    HTML(List.of("账本序号", "事件")) {
        @Override
        String shown(String text) {
            return HtmlText.shown(text);
        }

        @Override
        List<String> event(SetBy by) {
            return List.of(Long.toString(by.position()), by.eventId());
        }
    };

    private final List<String> eventHeads;

    ReportForm(List<String> eventHeads) {
        this.eventHeads = eventHeads;
    }

    /** A text as it can be read back from the file. */
    abstract String shown(String text);

    /** The last cells of a source that an event set. */
    abstract List<String> event(SetBy by);

    /** Headings of those cells. */
    List<String> eventHeads() {
        return eventHeads;
    }
}
