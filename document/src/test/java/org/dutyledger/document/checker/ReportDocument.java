package org.dutyledger.document.checker;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The content of a rendered report, read back from its bytes.
 *
 * @param numbers numbers and quoted facts of the body, in order
 * @param rows rows of annex 1 by id
 * @param typed digits of the body that belong to no number: there must be none
 * @param anchors every id or bookmark of the document
 * @param links every target that something links to
 * @param verdicts annex 2: verdict by indicator
 */
public record ReportDocument(
        List<Number> numbers,
        Map<String, Row> rows,
        List<String> typed,
        List<String> anchors,
        List<String> links,
        Map<String, String> verdicts) {

    /** @param holder indicator or section that contains it; empty in the title */
    public record Number(String id, String text, String holder) {
        /** Whether it is that number, whatever its decimals; “20余” is 20. */
        public boolean is(String value) {
            try {
                return new BigDecimal(text.replace("余", "")).compareTo(new BigDecimal(value)) == 0;
            } catch (NumberFormatException notANumber) {
                return text.equals(value);
            }
        }
    }

    /**
     * @param position of its event; -1 for a computed value
     * @param inputs rows it was computed from
     * @param note text of a computed row on formula and declared value
     */
    public record Row(
            String id,
            String place,
            String name,
            String value,
            String origin,
            long position,
            String event,
            List<String> inputs,
            String note) {}
}
