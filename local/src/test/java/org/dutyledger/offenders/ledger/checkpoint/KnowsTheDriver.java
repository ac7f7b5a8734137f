package org.dutyledger.offenders.ledger.checkpoint;

import com.mongodb.client.MongoClient;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsTheDriver {
    MongoClient forbidden;
}
