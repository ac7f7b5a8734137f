package org.dutyledger.offenders.report.template;

import java.time.LocalDate;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class ReadsTheClock {
    Object forbidden() {
        return LocalDate.now();
    }
}
