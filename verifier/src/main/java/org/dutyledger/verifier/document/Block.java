package org.dutyledger.verifier.document;

import java.util.List;
import java.util.stream.Collectors;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.model.Model.Source;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph, or a row of a table, that the report must have.
 *
 * @param place its place, for people
 * @param cells a paragraph has one
 */
record Block(Text place, List<Cell> cells) {
    Block {
        cells = List.copyOf(cells);
    }

    /** A paragraph or row that is read back or compared: nothing but its texts. */
    List<String> texts() {
        return cells.stream().map(Cell::text).collect(Collectors.toList());
    }

    /**
     * The text of a paragraph or of one cell.
     *
     * @param column heading of its column; empty for a paragraph
     * @param values the places of values from the ledger in it
     */
    record Cell(String column, String text, List<Value> values) {
        Cell {
            values = List.copyOf(values);
        }
    }

    /** Characters that are a value from the ledger; {@code row} is null where the model has none. */
    record Value(int from, int to, @Nullable Source row) {}
}
