package org.dutyledger.verifier.finding;

import java.util.List;
import java.util.Optional;

/**
 * What a verification came to.
 *
 * @param held what was checked and holds, in order
 * @param broken the first thing that does not hold
 * @param remarks what the reader must know to judge the result
 */
public record Outcome(List<Text> held, Optional<DoesNotHold> broken, List<Text> remarks) {
    public Outcome {
        held = List.copyOf(held);
        remarks = List.copyOf(remarks);
    }

    /** Whether everything holds. */
    public boolean holds() {
        return broken.isEmpty();
    }
}
