package org.dutyledger.local.suite;

/** The suite was closed while it started, by 'stop' or a signal; the start itself did not fail. */
public final class SuiteClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SuiteClosedException() {
        super("the suite was closed before it was ready");
    }
}
