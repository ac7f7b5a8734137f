package org.dutyledger.verifier.finding;

import java.util.List;
import java.util.Optional;

/**
 * The result of a verification.
 *
 * @param held the checks that hold, in order
 * @param broken the first thing that does not hold
 * @param remarks what the reader must know to judge the result
 */
public record Outcome(List<Text> held, Optional<DoesNotHold> broken, List<Text> remarks) {
    private static final int COPY = 3;

    public Outcome {
        held = List.copyOf(held);
        remarks = List.copyOf(remarks);
    }

    /** Exit code of the program: 0 when all holds, 3 for a copy of the issued file, 1 for everything else. */
    public int exitCode() {
        return broken.map(found -> found.code() == Code.REPORT_COPY ? COPY : 1).orElse(0);
    }

    /** Whether everything holds. */
    public boolean holds() {
        return broken.isEmpty();
    }
}
