package org.dutyledger.local.cli.suite;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.cli.options.SuiteAccess;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.local.terminal.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Rebuilds a projection beside the one in use. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Rebuilds the documents of scoring or report from the ledger, while the suite keeps serving.",
            "The result is compared with what is in use and takes over if both are the same; else the",
            "differences are listed, nothing is changed, and the command ends with 1."
        },
        footer = {
            "",
            "Examples:",
            "  ./dutyledger rebuild scoring",
            "  ./dutyledger rebuild report --accept-differences   take over even so"
        })
public final class RebuildCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(300);

    /** The projections that can be rebuilt. */
    enum Name {
        scoring,
        report
    }

    @Mixin
    private SuiteAccess access = new SuiteAccess();

    @Parameters(paramLabel = "scoring|report", description = "which projection")
    private Name projection = Name.scoring;

    @Option(names = "--accept-differences", description = "let the new one take over even if it differs")
    private boolean acceptDifferences;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        SuiteClient client = access.client(TokenMint.Bearer.auditor());
        String path = "/api/v1/projections/" + projection + "/rebuild";
        JsonNode now = client.post(path + "?acceptDifferences=" + acceptDifferences, "");
        PrintWriter out = spec.commandLine().getOut();
        long shown = Long.MIN_VALUE;
        while (state(now).equals("RUNNING")) {
            long applied = now.path("applied").asLong();
            if (applied != shown && applied >= 0) {
                out.println(
                        "  position " + applied + " of " + now.path("target").asString());
                out.flush();
                shown = applied;
            }
            LockSupport.parkNanos(LOOK.toNanos());
            now = client.get(path);
        }
        return end(now, out);
    }

    private static int end(JsonNode end, PrintWriter out) {
        String compared = end.path("documents").asString() + " documents up to position "
                + end.path("applied").asString() + " compared: ";
        String differing = end.path("differing").asString();
        switch (state(end)) {
            case "REPLACED" ->
                out.println(compared + (differing.equals("0") ? "all the same" : differing + " differ")
                        + ". The new generation " + end.path("generation").asString() + " is in use.");
            case "DIFFERS" ->
                out.println(
                        compared + differing + " differ. Nothing was changed; --accept-differences takes them over.");
            default ->
                out.println(
                        "Failed, nothing was changed: " + end.path("problem").asString("no answer"));
        }
        Columns columns = new Columns();
        for (JsonNode d : end.path("differences")) {
            columns.row(
                    "  " + d.path("what").asString(),
                    d.path("collection").asString(),
                    d.path("id").asString(),
                    d.path("fields").isEmpty() ? "" : d.path("fields").toString());
        }
        columns.lines(0).forEach(out::println);
        return state(end).equals("REPLACED") ? 0 : 1;
    }

    private static String state(JsonNode rebuild) {
        return rebuild.path("state").asString();
    }
}
