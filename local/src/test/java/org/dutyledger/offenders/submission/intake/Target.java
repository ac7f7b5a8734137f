package org.dutyledger.offenders.submission.intake;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class Target {}
