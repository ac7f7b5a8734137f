package org.dutyledger.local.cli.cycle;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.cli.options.SuiteAccess;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.local.suite.RunningSuite;
import org.dutyledger.local.terminal.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows what runs and how far each cycle is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows whether the suite runs, on what, and how far each cycle is.",
        footer = {
            "",
            "Examples:",
            "  ./dutyledger status",
            "  ./dutyledger status --url https://dutyledger.example.gov.cn --token \"$TOKEN\""
        })
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private SuiteAccess access = new SuiteAccess();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunningSuite.on(access.data().directory())
                .ifPresent(s -> out.println(
                        "Running as process " + s.process().pid() + " at " + s.gateway() + "\n" + s.backends()));
        SuiteClient client = access.client(TokenMint.Bearer.office());
        for (JsonNode cycle : Cycles.all(client)) {
            show(out, client, Cycles.id(cycle));
        }
        return 0;
    }

    private static void show(PrintWriter out, SuiteClient client, String cycle) {
        JsonNode progress = client.get("/api/v1/cycles/" + SuiteClient.encoded(cycle) + "/progress");
        out.println(
                "\n" + cycle + "  ledger position " + progress.path("position").asString());
        Columns columns = new Columns();
        for (JsonNode group : progress.path("groups")) {
            columns.row(
                    "  " + group.path("title").asString(),
                    group.path("submitted").asString() + "/"
                            + group.path("required").asString(),
                    group.path("percent").asString() + "%");
        }
        columns.lines(0).forEach(out::println);
    }
}
