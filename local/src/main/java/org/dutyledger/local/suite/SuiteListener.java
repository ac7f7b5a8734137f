package org.dutyledger.local.suite;

import java.util.function.Consumer;

/**
 * What the program that opens a suite hears of it.
 *
 * @param waiting is given a line for people whenever the start waits for something
 * @param lost is called once when a server of the suite ended by itself, so that the suite cannot go on; standard error
 *     and log say why
 */
public record SuiteListener(Consumer<String> waiting, Runnable lost) {
    /** Hears nothing. */
    public static final SuiteListener SILENT = new SuiteListener(text -> {}, () -> {});
}
