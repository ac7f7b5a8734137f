package org.dutyledger.local.cli.suite;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dutyledger.local.cli.options.DataOption;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.local.suite.DataDirectory;
import org.dutyledger.local.suite.Occupant;
import org.dutyledger.local.suite.RunningSuite;
import org.dutyledger.local.suite.StoppedSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends the suite that runs on a data directory. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Ends the suite that runs or starts on this machine and waits until its data is safe.",
        footer = {"", "Example:", "  ./dutyledger stop"})
public final class StopCommand implements Callable<Integer> {
    private static final long LIMIT_SECONDS = 120;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        DataDirectory directory = data.directory();
        Optional<Occupant> occupant = Occupant.of(directory);
        if (occupant.isPresent()) {
            end(occupant.get(), directory, out);
        } else {
            out.println("No suite runs on " + directory.root());
        }
        StoppedSuite.endLeftOver(directory)
                .ifPresent(pid -> out.println("Stopped mongod " + pid + ", left behind by a suite that was killed"));
        return 0;
    }

    private static void end(Occupant occupant, DataDirectory directory, PrintWriter out) throws Exception {
        ProcessHandle process = occupant.process();
        if (!occupant.isSuite()) {
            throw new UsageException("'" + occupant.work() + "' works on " + directory.root() + " (process "
                    + process.pid() + "); 'stop' ends suites only");
        }
        boolean ready = RunningSuite.on(directory).isPresent();
        if (!ready) {
            out.println("Process " + process.pid() + " is still starting or ending; waiting for its end");
            out.flush();
        }
        process.destroy();
        try {
            process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new UsageException("process " + process.pid() + " does not end within " + LIMIT_SECONDS + " s; see "
                    + directory.log());
        }
        out.println("Stopped process " + process.pid() + (ready ? "" : " before its suite was ready"));
    }
}
