package org.dutyledger.offenders.report.render;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class Target {}
