package org.dutyledger.ledger.store;

/**
 * A hint that keeps several appenders of one log from racing for the same place. The log is correct with any answer; a
 * wrong answer costs time only.
 */
public interface Turns {
    /** Whether this appender may continue now. */
    boolean take();

    /** Passes the turn to the next appender. */
    void end();

    /** Whether another appender took a turn since this one last asked: it is losing races, or fears to. */
    boolean wanted();

    /** For a log that has one appender. */
    static Turns alwaysMine() {
        return new Turns() {
            @Override
            public boolean take() {
                return true;
            }

            @Override
            public void end() {}

            @Override
            public boolean wanted() {
                return false;
            }
        };
    }
}
