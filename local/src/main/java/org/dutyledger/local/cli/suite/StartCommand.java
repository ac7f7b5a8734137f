package org.dutyledger.local.cli.suite;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.dutyledger.local.cli.options.SuiteOptions;
import org.dutyledger.local.suite.DataDirectory;
import org.dutyledger.local.suite.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the suite and waits. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description =
                "Starts the suite on this machine; Ctrl-C or 'stop' ends it. Starting again continues from the same"
                        + " state.",
        footer = {
            "",
            "Examples:",
            "  ./dutyledger start",
            "  ./dutyledger start --mongodb-uri 'mongodb://db1,db2,db3/?replicaSet=rs0' --port 9000",
            "  MONGOD=/opt/mongodb/bin/mongod ./dutyledger start --data /var/lib/dutyledger"
        })
public final class StartCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        DataDirectory data = options.data().directory();
        out.println("Starting on " + data.root());
        out.flush();
        Suite suite = RunningUntilStopped.start(data, options, line -> {
            out.println(line);
            out.flush();
        });
        out.println("Checkpoints are signed with " + data.checkpointKey()
                + "; for real use keep that key elsewhere (DUTYLEDGER_CHECKPOINT_KEY)");
        out.println("Ready: " + LivePage.address(suite, "") + "\nCtrl-C ends it.");
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }
}
