package org.dutyledger.local.terminal;

import java.util.ArrayList;
import java.util.List;

/** Lays out a table in which a Chinese character takes the room of two Latin ones. */
public final class Columns {
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; all rows have as many cells as the first. */
    public Columns row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The lines of the table, two spaces between columns; cut off at {@code width} places where that is positive. */
    public List<String> lines(int width) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int needed = width(row.get(i));
                if (i == widths.size()) {
                    widths.add(needed);
                } else {
                    widths.set(i, Math.max(widths.get(i), needed));
                }
            }
        }
        return rows.stream().map(row -> line(row, widths, width)).toList();
    }

    /** Places that a text takes on a terminal. */
    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** The text, cut so that it takes no more than {@code places}, with an ellipsis where something is missing. */
    public static String cut(String text, int places) {
        if (width(text) <= places) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int codePoint : text.codePoints().toArray()) {
            used += width(codePoint);
            if (used > places) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept + "…";
    }

    private static String line(List<String> row, List<Integer> widths, int width) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i));
            if (i < row.size() - 1) {
                line.append(" ".repeat(widths.get(i) - width(row.get(i)) + 2));
            }
        }
        return width > 0 ? cut(line.toString(), width) : line.toString();
    }

    private static int width(int codePoint) {
        if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
            return 0;
        }
        boolean wide = Character.isIdeographic(codePoint)
                || (codePoint >= 0x3000 && codePoint <= 0x303F)
                || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0x3040 && codePoint <= 0x30FF);
        return wide ? 2 : 1;
    }
}
