package org.dutyledger.local.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The 99 quantities and claims that the 2021 report prints, from the inventory of its figures. */
final class Quantities {
    private Quantities() {}

    /**
     * One quantity.
     *
     * @param holder indicator or section of the framework
     * @param value as the 2021 report prints it
     */
    record Quantity(String holder, String figure, String value, String kind) {}

    static List<Quantity> of2021() {
        try (InputStream in = Quantities.class.getResourceAsStream("quantities-2021.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(c -> new Quantity(holder(c[0]), c[1], c[2], c[5]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String holder(String place) {
        return switch (place) {
            case "工作成效" -> "results";
            case "存在问题与工作举措" -> "problems";
            default -> place;
        };
    }
}
