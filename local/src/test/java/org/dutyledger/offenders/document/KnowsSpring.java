package org.dutyledger.offenders.document;

import org.springframework.context.ApplicationContext;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsSpring {
    ApplicationContext forbidden;
}
