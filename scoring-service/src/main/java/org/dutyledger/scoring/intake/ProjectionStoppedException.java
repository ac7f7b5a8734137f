package org.dutyledger.scoring.intake;

/** The ledger says something this version cannot understand: to go on would be to skip a fact. */
final class ProjectionStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProjectionStoppedException(String message) {
        super(message);
    }
}
