package org.dutyledger.offenders.follow;

import java.util.UUID;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class ReadsTheClock {
    Object forbidden() {
        return UUID.randomUUID();
    }
}
