package org.dutyledger.offenders.local;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class Target {}
