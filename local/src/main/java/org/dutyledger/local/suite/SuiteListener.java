package org.dutyledger.local.suite;

import java.util.function.Consumer;

/**
 * Events of a suite, for the program that opened it.
 *
 * @param waiting is given a line for people whenever the start waits for something
 * @param lost is called once when a server of the suite ended by itself, so that the suite cannot continue; standard
 *     error and log state why
 */
public record SuiteListener(Consumer<String> waiting, Runnable lost) {
    /** Ignores all events. */
    public static final SuiteListener SILENT = new SuiteListener(text -> {}, () -> {});
}
