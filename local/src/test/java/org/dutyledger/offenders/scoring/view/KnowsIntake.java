package org.dutyledger.offenders.scoring.view;

import org.dutyledger.offenders.scoring.intake.Target;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsIntake {
    Target forbidden;
}
