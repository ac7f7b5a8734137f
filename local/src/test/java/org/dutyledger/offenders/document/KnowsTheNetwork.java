package org.dutyledger.offenders.document;

import java.net.URI;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class KnowsTheNetwork {
    URI forbidden;
}
