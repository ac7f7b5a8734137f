package org.dutyledger.local.cli.suite;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.cli.options.DataOption;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.local.suite.RunningSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends the suite that runs on a data directory. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Ends the suite that runs on this machine and waits until its data is safe.",
        footer = {"", "Example:", "  ./dutyledger stop"})
public final class StopCommand implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 60;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Optional<RunningSuite> running = RunningSuite.on(data.directory());
        if (running.isPresent()) {
            end(running.get().process());
            out.println("Stopped process " + running.get().process().pid());
        } else {
            out.println("No suite runs on " + data.directory().root());
        }
        Backends.endLeftOvers(data.directory().backends())
                .ifPresent(pid -> out.println("Stopped mongod " + pid + ", left behind by a suite that was killed"));
        return 0;
    }

    private void end(ProcessHandle process) throws Exception {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new UsageException("process " + process.pid() + " does not end; see "
                    + data.directory().log());
        }
    }
}
