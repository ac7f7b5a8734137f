package org.dutyledger.offenders.scoring.intake;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class Target {}
