package org.dutyledger.indicators.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, so that its author sees everything at once. */
public final class Problems {
    private record Problem(int line, String text) {}

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    /** @param file named in every message */
    public Problems(String file) {
        this.file = file;
    }

    /** @param text what is wrong, and what would be right */
    public void add(int line, String text) {
        found.add(new Problem(line, text));
    }

    /** Whether nothing was wrong. */
    public boolean none() {
        return found.isEmpty();
    }

    /** One line per problem, in the order of the file; equal problems are listed once. */
    public List<String> inFileOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(p -> file + ":" + p.line() + ": " + p.text())
                .distinct()
                .toList();
    }
}
