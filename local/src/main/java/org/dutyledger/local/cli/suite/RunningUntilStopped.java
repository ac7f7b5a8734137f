package org.dutyledger.local.cli.suite;

import org.dutyledger.local.cli.options.SuiteOptions;
import org.dutyledger.local.suite.DataDirectory;
import org.dutyledger.local.suite.Suite;

/** Opens a suite that ends in order with this process: at its normal end, at Ctrl-C and at {@code stop}. */
final class RunningUntilStopped {
    private RunningUntilStopped() {}

    static Suite open(DataDirectory data, SuiteOptions options) {
        Suite suite = Suite.open(data, options.wish(), options.port());
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "close-suite"));
        return suite;
    }
}
