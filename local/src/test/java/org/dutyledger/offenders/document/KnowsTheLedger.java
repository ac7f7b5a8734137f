package org.dutyledger.offenders.document;

import org.dutyledger.offenders.ledger.mongo.Target;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsTheLedger {
    Target forbidden;
}
