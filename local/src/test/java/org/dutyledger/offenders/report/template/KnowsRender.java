package org.dutyledger.offenders.report.template;

import org.dutyledger.offenders.report.render.Target;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsRender {
    Target forbidden;
}
