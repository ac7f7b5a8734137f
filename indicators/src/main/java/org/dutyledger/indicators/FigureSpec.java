package org.dutyledger.indicators;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data item (数据项) of the framework.
 *
 * @param kind kind of content
 * @param unit the unit in which it is submitted; {@link Unit#NONE} for facts and claims
 * @param decimals decimals stored; a submitted number may not have more
 * @param period the period of the value, for example {@code 2021}, {@code 2021学年}, {@code 2021-12-31}
 * @param derived whether the system computes it (or would, had it the inputs); a submitter then only declares it
 * @param submitters roles that may submit it, at least one
 * @param required whether its indicator is 待填报 without it
 * @param allowed the values that may be submitted
 * @param plausible the values that are usual for a county; one outside of it is taken, and a finding asks for its unit and
 *     magnitude
 * @param lowerBound whether the report prints it as a lower bound (“20余”)
 * @param note what reviewers should know, or null
 * @param date whether it is a fact that is a date, in the form of {@link org.dutyledger.indicators.text.CalendarDate}
 * @param words the only answers allowed, for a claim or fact that a rule compares; empty for any text
 */
public record FigureSpec(
        String id,
        String name,
        Kind kind,
        Unit unit,
        int decimals,
        String period,
        boolean derived,
        Set<String> submitters,
        boolean required,
        Range allowed,
        Range plausible,
        boolean lowerBound,
        @Nullable String note,
        boolean date,
        List<String> words) {
    public FigureSpec {
        words = List.copyOf(words);
        // Set.copyOf would iterate in another order in every JVM
        submitters = Collections.unmodifiableSet(new LinkedHashSet<>(submitters));
    }

    /** Whether a number is smaller than the framework allows. */
    public boolean isTooSmall(BigDecimal value) {
        return allowed.min() != null && value.compareTo(allowed.min()) < 0;
    }

    /** Whether a number is larger than the framework allows. */
    public boolean isTooLarge(BigDecimal value) {
        return allowed.max() != null && value.compareTo(allowed.max()) > 0;
    }

    /** Kind of content of a data item. */
    public enum Kind {
        /** A number with a unit (数据). */
        NUMBER,
        /** A statement that a rule can confirm or refute: 达到, 符合, 全市率先 (声明). */
        CLAIM,
        /** A short text: a document's title, a name, a date (事实). */
        FACT
    }
}
