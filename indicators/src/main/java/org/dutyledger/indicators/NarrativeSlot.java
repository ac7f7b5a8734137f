package org.dutyledger.indicators;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A place for submitted text in the report.
 *
 * @param heading heading printed above the text, empty for running text
 * @param submitters roles that may write it
 * @param maxLength characters allowed
 */
public record NarrativeSlot(String id, String heading, Set<String> submitters, boolean required, int maxLength) {
    public NarrativeSlot {
        // Set.copyOf would iterate in another order in every JVM
        submitters = Collections.unmodifiableSet(new LinkedHashSet<>(submitters));
    }
}
