package org.dutyledger.indicators;

import java.util.List;

/** A framework that cannot be used; every problem names file, line and what would be right. */
public final class FrameworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final List<String> problems;

    public FrameworkException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line a problem, in the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
