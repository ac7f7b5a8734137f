package org.dutyledger.offenders.verifier;

import com.mongodb.client.MongoClient;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsTheDriver {
    MongoClient forbidden;
}
