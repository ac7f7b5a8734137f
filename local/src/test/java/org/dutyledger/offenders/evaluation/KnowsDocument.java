package org.dutyledger.offenders.evaluation;

import org.dutyledger.offenders.document.render.Target;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsDocument {
    Target forbidden;
}
