package org.dutyledger.ledger.axon;

/**
 * The ledger holds the request of a unit of work already, and nothing of this one is stored. The aggregates that decided it
 * hold events that were never stored; the exception rolls the unit of work back, so that no later command starts from them.
 */
public final class RepeatedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RepeatedRequestException() {
        super("the ledger holds this request already");
    }
}
