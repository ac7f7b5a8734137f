package org.dutyledger.offenders.scoring.view;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class Target {}
