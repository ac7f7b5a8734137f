package org.dutyledger.scoring.intake;

/** The ledger holds an event that this version does not understand: continuing would skip a fact. */
final class ProjectionStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProjectionStoppedException(String message) {
        super(message);
    }
}
