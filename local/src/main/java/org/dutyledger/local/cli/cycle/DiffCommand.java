package org.dutyledger.local.cli.cycle;

import java.time.ZoneId;
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
            "With each change stand the events that made it: who, when, through which door, and why."
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
        ZoneId zone = ZoneId.systemDefault();
        String query = "&from=" + SuiteClient.encoded(Moments.parse("--from", from, zone))
                + (to == null ? "" : "&to=" + SuiteClient.encoded(Moments.parse("--to", to, zone)));
        question.ask("difference", query, zone, AuditTable::difference);
        return 0;
    }
}
