package org.dutyledger.document.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.indicators.FigureSpec;

/** Rules of figures that need the framework alone. */
public final class FigureRules {
    /** Figures of a report may hold from some years before or after the year it is about, not from another decade. */
    private static final int YEARS_AROUND = 5;

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private FigureRules() {}

    /** Whether the basis is possible: a derived figure is only declared, a raw one never. */
    public static boolean basisFits(FigureSpec figure, Basis basis) {
        return figure.derived() == (basis == Basis.DECLARED);
    }

    /** Whether a day from which a value holds is near the year of the framework. */
    public static boolean isNear(LocalDate asOf, int year) {
        return Math.abs(asOf.getYear() - year) <= YEARS_AROUND;
    }

    /** Whether a day has begun in China at a time. */
    public static boolean hasBegun(LocalDate asOf, Instant now) {
        return !asOf.isAfter(LocalDate.ofInstant(now, CHINA));
    }
}
