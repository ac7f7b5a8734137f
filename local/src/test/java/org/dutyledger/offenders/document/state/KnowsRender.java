package org.dutyledger.offenders.document.state;

import org.dutyledger.offenders.document.render.Target;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsRender {
    Target forbidden;
}
