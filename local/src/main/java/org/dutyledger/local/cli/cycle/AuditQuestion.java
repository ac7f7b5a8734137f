package org.dutyledger.local.cli.cycle;

import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.cli.options.SuiteAccess;
import org.dutyledger.local.client.SuiteClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Common part of every query of an auditor about one indicator: its id, and the output of the answer. */
final class AuditQuestion {
    @Parameters(paramLabel = "INDICATOR", description = "the indicator, a section such as preface, or one of its items")
    private String indicator = "";

    @Mixin
    private SuiteAccess access = new SuiteAccess();

    @Option(names = "--cycle", paramLabel = "ID", description = Cycles.WHICH)
    private @Nullable String cycle;

    @Option(names = "--json", description = "print the answer as JSON")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Sends the query and prints the answer; {@code query} are further parameters, each with its {@code &}. */
    void ask(String address, String query, BiFunction<AuditTable, JsonNode, Stream<String>> table) {
        SuiteClient client = access.client(TokenMint.Bearer.auditor());
        String id = Cycles.theOne(client, cycle);
        DisplayNames names = DisplayNames.of(client, id);
        JsonNode answer = client.get("/api/v1/cycles/" + SuiteClient.encoded(id) + "/" + address + "?indicator="
                + SuiteClient.encoded(names.holder(indicator)) + query);
        if (json) {
            spec.commandLine().getOut().println(answer.toPrettyString());
        } else {
            table.apply(new AuditTable(names), answer)
                    .forEach(spec.commandLine().getOut()::println);
        }
    }
}
