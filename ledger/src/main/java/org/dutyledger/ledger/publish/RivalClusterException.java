package org.dutyledger.ledger.publish;

import org.jspecify.annotations.Nullable;

/**
 * The ledger is being published to another Kafka cluster by a live process. Only one cluster can be served: the other
 * would miss what was published while this process holds the lease.
 */
public final class RivalClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RivalClusterException(String holder, @Nullable String process, String cluster) {
        super("another suite uses this MongoDB: its process " + (process == null ? "(unknown)" : process)
                + " publishes the ledger to Kafka cluster " + cluster + " (instance " + holder
                + "). End that suite, or give this one another MongoDB; several submission-services of one suite share"
                + " one Kafka cluster");
    }
}
