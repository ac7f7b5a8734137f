package org.dutyledger.verifier.readback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what a reader meets into paragraphs and rows; empty paragraphs are passed over, ends that are missing are added. */
final class BlockCollector {
    private final List<List<String>> blocks = new ArrayList<>();
    // a row inside a cell is of a table inside a table
    private final Deque<Row> rows = new ArrayDeque<>();

    private static final class Row {
        final List<String> cells = new ArrayList<>();

        @Nullable
        List<String> open;

        void endCell() {
            if (open != null) {
                cells.add(String.join("\n", open));
                open = null;
            }
        }
    }

    List<List<String>> blocks() {
        while (!rows.isEmpty()) {
            rowEnds();
        }
        return blocks;
    }

    void paragraph(String text) {
        if (!text.isBlank()) {
            Row row = rows.peek();
            if (row == null || row.open == null) {
                blocks.add(List.of(text));
            } else {
                row.open.add(text);
            }
        }
    }

    void rowBegins() {
        Row row = rows.peek();
        if (row != null && row.open == null) {
            rowEnds();
        }
        rows.push(new Row());
    }

    void rowEnds() {
        Row row = rows.poll();
        if (row != null) {
            row.endCell();
            blocks.add(row.cells);
        }
    }

    void cellBegins() {
        Row row = rows.peek();
        if (row != null) {
            row.endCell();
            row.open = new ArrayList<>();
        }
    }

    void cellEnds() {
        Row row = rows.peek();
        if (row != null) {
            row.endCell();
        }
    }
}
