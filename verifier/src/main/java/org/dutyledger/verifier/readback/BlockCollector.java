package org.dutyledger.verifier.readback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what a reader meets into paragraphs and rows; empty paragraphs are passed over. */
final class BlockCollector {
    private final List<List<String>> blocks = new ArrayList<>();
    private final Deque<List<String>> rows = new ArrayDeque<>();
    private final Deque<List<String>> cells = new ArrayDeque<>();

    List<List<String>> blocks() {
        return blocks;
    }

    void paragraph(String text) {
        if (!text.isEmpty()) {
            List<String> cell = cells.peek();
            if (cell == null) {
                blocks.add(List.of(text));
            } else {
                cell.add(text);
            }
        }
    }

    void rowBegins() {
        rows.push(new ArrayList<>());
    }

    void rowEnds() {
        List<String> row = rows.poll();
        if (row != null) {
            blocks.add(row);
        }
    }

    void cellBegins() {
        cells.push(new ArrayList<>());
    }

    void cellEnds() {
        List<String> cell = cells.poll();
        @Nullable List<String> row = rows.peek();
        if (cell != null && row != null) {
            row.add(String.join("\n", cell));
        }
    }
}
