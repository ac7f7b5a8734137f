package org.dutyledger.offenders.report.view;

import org.dutyledger.offenders.report.intake.Target;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsIntake {
    Target forbidden;
}
