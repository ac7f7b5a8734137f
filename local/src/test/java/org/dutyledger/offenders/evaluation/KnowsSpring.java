package org.dutyledger.offenders.evaluation;

import org.springframework.context.ApplicationContext;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsSpring {
    ApplicationContext forbidden;
}
