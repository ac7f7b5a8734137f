package org.dutyledger.offenders.scoring.rules;

import org.dutyledger.offenders.scoring.view.Target;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsView {
    Target forbidden;
}
