package org.dutyledger.local.cli.cycle;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.cli.options.SuiteAccess;
import org.dutyledger.local.client.ReportDownload;
import org.dutyledger.local.client.SuiteClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Issues the report. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Issues the report from the current ledger and writes its documents.",
            "With them come the proof (*.proof.json) and verify.html: what anyone needs to check them without this suite.",
            "Files are named after county, year and report; none is overwritten."
        },
        footer = {"", "Example:", "  ./dutyledger report --out ~/Documents"})
public final class ReportCommand implements Callable<Integer> {
    @Mixin
    private SuiteAccess access = new SuiteAccess();

    @Option(names = "--cycle", paramLabel = "ID", description = Cycles.WHICH)
    private @Nullable String cycle;

    @Option(names = "--out", paramLabel = "DIR", description = "where to write (default: out in the data directory)")
    private @Nullable Path out;

    @Option(
            names = "--incomplete",
            description = {
                "issue it although items are missing, returned or contested; without this such a report is refused",
                "and what is missing or open is listed"
            })
    private boolean incomplete;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter terminal = spec.commandLine().getOut();
        SuiteClient client = access.client(TokenMint.Bearer.office());
        String id = Cycles.theOne(client, cycle);
        ReportDownload report =
                incomplete ? ReportDownload.issueIncomplete(client, id) : ReportDownload.issue(client, id, null);
        terminal.println("Issued " + report.id() + " from the ledger up to position " + report.upToPosition());
        for (Path file :
                report.download(client, out == null ? access.data().directory().out() : out)) {
            terminal.println("  " + file);
        }
        return 0;
    }
}
