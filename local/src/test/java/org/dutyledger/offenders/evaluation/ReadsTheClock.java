package org.dutyledger.offenders.evaluation;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class ReadsTheClock {
    Object forbidden() {
        return System.currentTimeMillis();
    }
}
