package org.dutyledger.offenders.submission.audit;

import org.dutyledger.offenders.submission.domain.Target;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsDomain {
    Target forbidden;
}
