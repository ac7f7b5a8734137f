/**
 * Following the ledger from Kafka and its audit feed, with every commit checked against the chain. Needs a JDK, the hash
 * rules, the Kafka client and a log, so that services without the store can use it.
 */
@NullMarked
package org.dutyledger.follow;

import org.jspecify.annotations.NullMarked;
