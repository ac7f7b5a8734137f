package org.dutyledger.local.cli.suite;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.dutyledger.local.cli.options.SuiteOptions;
import org.dutyledger.local.suite.DataDirectory;
import org.dutyledger.local.suite.Suite;
import org.dutyledger.local.suite.SuiteListener;

/**
 * A suite that ends in order with this process: at its normal end, at Ctrl-C and at {@code stop}, also while it starts.
 */
final class RunningUntilStopped {
    /** For the backends, which are not given up half started. */
    private static final long OPENING_SECONDS = 30;

    private final CompletableFuture<Optional<Suite>> opened = new CompletableFuture<>();
    private final PrintStream err;
    private volatile boolean starting = true;

    private RunningUntilStopped(PrintStream err) {
        this.err = err;
    }

    /**
     * Opens the suite and starts its services.
     *
     * @param console is given the lines for people
     */
    static Suite start(DataDirectory data, SuiteOptions options, Consumer<String> console) {
        RunningUntilStopped run = new RunningUntilStopped(System.err);
        Runtime.getRuntime().addShutdownHook(new Thread(run::end, "close-suite"));
        return run.opened(data, options, console);
    }

    private Suite opened(DataDirectory data, SuiteOptions options, Consumer<String> console) {
        // another thread: the one that calls is needed to close what it lost
        Runnable lost = () -> new Thread(() -> System.exit(1), "suite-lost").start();
        try {
            Suite suite = Suite.open(data, options.requested(), options.port(), new SuiteListener(console, lost));
            opened.complete(Optional.of(suite));
            console.accept(suite.backendDescription());
            suite.startServices(console);
            return suite;
        } finally {
            starting = false;
            opened.complete(Optional.empty());
        }
    }

    private void end() {
        if (starting) {
            err.println("dutyledger: ended by 'stop', Ctrl-C or a signal before the suite was ready");
            err.flush();
        }
        try {
            opened.get(OPENING_SECONDS, TimeUnit.SECONDS).ifPresent(Suite::close);
        } catch (TimeoutException | ExecutionException e) {
            err.println("dutyledger: MongoDB and Kafka were still starting; the next 'start' or 'stop' finds them");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
