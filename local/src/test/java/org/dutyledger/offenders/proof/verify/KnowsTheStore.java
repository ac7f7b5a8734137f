package org.dutyledger.offenders.proof.verify;

import org.dutyledger.offenders.ledger.mongo.Target;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsTheStore {
    Target forbidden;
}
