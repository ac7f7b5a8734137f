package org.dutyledger.offenders.document.render;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class Target {}
