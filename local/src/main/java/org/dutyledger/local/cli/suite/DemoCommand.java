package org.dutyledger.local.cli.suite;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.dutyledger.local.cli.options.SuiteOptions;
import org.dutyledger.local.client.ReportDownload;
import org.dutyledger.local.demo.DemoContent;
import org.dutyledger.local.demo.DemoRun;
import org.dutyledger.local.demo.SubmissionReceipt;
import org.dutyledger.local.suite.Suite;
import org.dutyledger.local.terminal.ProgressBar;
import org.dutyledger.local.terminal.Stages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries the 2021 figures of a district through the whole suite. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Carries the real 2021 figures of a district from their submitters to the issued report.",
            "Running it again on the same data sends the same submissions, of which the ledger keeps the first, and",
            "issues the report from the current ledger."
        },
        footer = {
            "",
            "Examples:",
            "  ./dutyledger demo",
            "  ./dutyledger demo --keep --out ~/Documents",
            "  MONGOD=/opt/mongodb/bin/mongod ./dutyledger demo --data /tmp/try",
            "  ./dutyledger demo --json | jq .verdicts"
        })
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "for the documents (default: out in the data directory)")
    private @Nullable Path out;

    @Option(names = "--keep", description = "leave the suite running until Ctrl-C")
    private boolean keep;

    @Option(names = "--json", description = "print one JSON object at the end and nothing else on standard output")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintStream terminal = json ? System.err : System.out;
        Stages stages = new Stages(System::nanoTime);
        int buildSeconds = Integer.getInteger("dutyledger.build-seconds", 0);
        if (buildSeconds > 0) {
            stages.add("build", Duration.ofSeconds(buildSeconds));
        }
        terminal.println("Data in " + options.data().directory().root());
        Suite suite = stages.run(
                "services", () -> RunningUntilStopped.start(options.data().directory(), options, terminal::println));
        DemoOutcome outcome = carry(suite, stages, terminal);
        if (json) {
            System.out.println(outcome.json());
        } else {
            outcome.print(terminal);
        }
        if (keep) {
            terminal.println("Running until Ctrl-C or './dutyledger stop'.");
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private DemoOutcome carry(Suite suite, Stages stages, PrintStream terminal) {
        DemoContent content = DemoContent.of2021();
        DemoRun run = new DemoRun(suite.gateway(), suite.mint(), content);
        ProgressBar bar = new ProgressBar(
                terminal,
                Boolean.getBoolean("dutyledger.terminal") && !json,
                content.submissions().size());
        List<SubmissionReceipt> receipts = stages.run("submissions", () -> {
            run.open();
            return run.submitAll(r -> bar.step(r.organisation()));
        });
        long last = receipts.stream()
                .mapToLong(SubmissionReceipt::lastPosition)
                .max()
                .orElseThrow();
        stages.run("scoring", () -> {
            run.awaitScoring(last);
            return last;
        });
        boolean again = receipts.stream().allMatch(SubmissionReceipt::repeated);
        // a figure may have been corrected since: a repeated run must not issue an outdated report
        ReportDownload report = stages.run("report", () -> run.issue(again ? null : last));
        List<Path> files = report.download(
                run.office(), out == null ? options.data().directory().out() : out);
        return new DemoOutcome(
                receipts,
                run.evaluations(),
                run.progress(),
                report,
                files,
                LivePage.address(suite, content.cycleId()),
                stages);
    }
}
