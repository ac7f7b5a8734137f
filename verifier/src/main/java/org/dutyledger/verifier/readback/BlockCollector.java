package org.dutyledger.verifier.readback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the content that a reader reports into paragraphs and rows; empty paragraphs are skipped, missing ends are
 * added.
 */
public final class BlockCollector {
    // the same in the page: neither language's own notion of white space
    private static final Pattern BLANK = Pattern.compile("[ \\t\\n\\r\\f\\x{3000}]*");

    /** Between the paragraphs of a cell: no character that a report prints. */
    public static final String BETWEEN_PARAGRAPHS = "\u2029";

    /** Makes a row of one cell another thing than a paragraph: no table of a report has one. */
    private static final String ONE_CELL = "";

    private final List<List<String>> blocks = new ArrayList<>();
    // a row inside a cell is of a table inside a table
    private final Deque<Row> rows = new ArrayDeque<>();

    private static final class Row {
        final List<String> cells = new ArrayList<>();

        @Nullable
        List<String> open;

        void endCell() {
            if (open != null) {
                cells.add(String.join(BETWEEN_PARAGRAPHS, open));
                open = null;
            }
        }
    }

    /** Whether a text prints nothing. */
    public static boolean isBlank(String text) {
        return BLANK.matcher(text).matches();
    }

    /** All that has ended; what is open ends. */
    public List<List<String>> blocks() {
        while (!rows.isEmpty()) {
            rowEnds();
        }
        return blocks;
    }

    /** A paragraph, of the open cell if there is one. */
    public void paragraph(String text) {
        if (!isBlank(text)) {
            Row row = rows.peek();
            if (row == null || row.open == null) {
                blocks.add(List.of(text));
            } else {
                row.open.add(text.replace(BETWEEN_PARAGRAPHS, "\uFFFD"));
            }
        }
    }

    /** A row begins; one that is open without an open cell ends. */
    public void rowBegins() {
        Row row = rows.peek();
        if (row != null && row.open == null) {
            rowEnds();
        }
        rows.push(new Row());
    }

    /** The open row ends, and its cell. */
    public void rowEnds() {
        Row row = rows.poll();
        if (row != null) {
            row.endCell();
            if (row.cells.size() == 1) {
                row.cells.add(ONE_CELL);
            }
            blocks.add(row.cells);
        }
    }

    /** A cell begins; one that is open ends. */
    public void cellBegins() {
        Row row = rows.peek();
        if (row != null) {
            row.endCell();
            row.open = new ArrayList<>();
        }
    }

    /** The open cell ends. */
    public void cellEnds() {
        Row row = rows.peek();
        if (row != null) {
            row.endCell();
        }
    }
}
