package org.dutyledger.offenders.submission.view;

import org.dutyledger.offenders.submission.intake.Target;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsIntake {
    Target forbidden;
}
