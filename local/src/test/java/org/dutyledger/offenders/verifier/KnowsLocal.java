package org.dutyledger.offenders.verifier;

import org.dutyledger.offenders.local.Target;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsLocal {
    Target forbidden;
}
