package org.dutyledger.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One row of the inventory of the 2021 report: value, unit, and the organisation that has it. */
record CsvRow(
        String indicator,
        String title,
        String id,
        String name,
        String value,
        String unit,
        String period,
        String kind,
        String submitter) {

    static List<CsvRow> all() {
        try (InputStream in = CsvRow.class.getResourceAsStream("/figures-2021.csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(CsvRow::parse).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A count, a rate or an amount; the other rows are statements and facts. */
    boolean numeric() {
        return value.matches("-?\\d+(\\.\\d+)?");
    }

    int decimals() {
        int point = value.indexOf('.');
        return point < 0 ? 0 : value.length() - point - 1;
    }

    private static CsvRow parse(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return new CsvRow(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8));
    }
}
