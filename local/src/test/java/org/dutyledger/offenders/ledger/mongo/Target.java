package org.dutyledger.offenders.ledger.mongo;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class Target {}
