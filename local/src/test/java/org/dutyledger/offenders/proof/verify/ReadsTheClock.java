package org.dutyledger.offenders.proof.verify;

import java.time.Instant;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class ReadsTheClock {
    Object forbidden() {
        return Instant.now();
    }
}
