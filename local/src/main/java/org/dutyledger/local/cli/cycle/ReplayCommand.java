package org.dutyledger.local.cli.cycle;

import java.util.concurrent.Callable;
import org.dutyledger.local.client.SuiteClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows an indicator as it was. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the state of an indicator at any moment, each value with the event that set it.",
            "There are two clocks: --at selects what had been recorded by then, --effective what of it held on a day.",
            "Times are Beijing time, unless one is given with its offset."
        },
        footer = {
            "",
            "Examples:",
            "  ./dutyledger replay 13                                 as it is now",
            "  ./dutyledger replay 13 --at 57                         with everything up to position 57 of the ledger",
            "  ./dutyledger replay 13 --at 2022-03-01                 as recorded by the end of that day",
            "  ./dutyledger replay 13 --at '2022-03-01 16:00'         as recorded by that time",
            "  ./dutyledger replay 13 --effective 2021-06-30          what is known now of how it was on that day",
            "  ./dutyledger replay 13 --at 57 --json | jq .items"
        })
public final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private AuditQuestion question = new AuditQuestion();

    @Option(names = "--at", paramLabel = "POSITION|TIME", description = "as recorded by then (default: now)")
    private @Nullable String at;

    @Option(names = "--effective", paramLabel = "DATE", description = "only what held on that day")
    private @Nullable String effective;

    @Override
    public Integer call() {
        question.ask("state", query(), AuditTable::state);
        return 0;
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        if (at != null) {
            query.append(Moments.isPosition(at) ? "&atPosition=" : "&recordedAt=")
                    .append(SuiteClient.encoded(Moments.parse("--at", at)));
        } else if (effective == null) {
            query.append("&recordedAt=").append(Moments.END);
        }
        if (effective != null) {
            query.append("&effectiveOn=").append(Moments.date("--effective", effective));
        }
        return query.toString();
    }
}
