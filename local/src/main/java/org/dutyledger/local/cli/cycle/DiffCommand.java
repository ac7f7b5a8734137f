package org.dutyledger.local.cli.cycle;

import java.util.concurrent.Callable;
import org.dutyledger.local.client.SuiteClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what changed in an indicator. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what changed in an indicator between two moments, item by item.",
            "Each change is shown with the events that made it: who, when, by which way, and why. Times are Beijing time."
        },
        footer = {
            "",
            "Examples:",
            "  ./dutyledger diff 13 --from 57                           since position 57 of the ledger",
            "  ./dutyledger diff 13 --from 57 --to 80",
            "  ./dutyledger diff 13 --from 2022-03-01 --to 2022-03-31   from the end of one day to the end of another",
            "  ./dutyledger diff 13 --from 57 --json | jq '.changes[].causes'"
        })
public final class DiffCommand implements Callable<Integer> {
    @Mixin
    private AuditQuestion question = new AuditQuestion();

    @Option(names = "--from", required = true, paramLabel = "POSITION|TIME", description = "the earlier moment")
    private String from = "";

    @Option(names = "--to", paramLabel = "POSITION|TIME", description = "the later moment (default: now)")
    private @Nullable String to;

    @Override
    public Integer call() {
        String query = "&from=" + SuiteClient.encoded(Moments.parse("--from", from))
                + (to == null ? "" : "&to=" + SuiteClient.encoded(Moments.parse("--to", to)));
        question.ask("difference", query, (table, answer) -> table.difference(answer, from, to == null ? "现在" : to));
        return 0;
    }
}
