package org.dutyledger.local.cli.cycle;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.cli.options.SuiteAccess;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.local.demo.Verdicts;
import org.dutyledger.local.suite.RunningSuite;
import org.dutyledger.local.terminal.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows what runs, and of each cycle its progress, verdicts and reports. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows whether the suite runs, on what, and of each cycle its progress, verdicts and reports.",
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
            show(out, client, cycle);
        }
        return 0;
    }

    private static void show(PrintWriter out, SuiteClient client, JsonNode cycle) {
        String address = "/api/v1/cycles/" + SuiteClient.encoded(Cycles.id(cycle));
        JsonNode progress = client.get(address + "/progress");
        String deadline = Moments.shown(cycle.path("deadline").asString(""));
        out.println("\n" + Cycles.id(cycle) + "  "
                + cycle.path("jurisdictionName").asString("") + "  "
                + (Cycles.isOpen(cycle) ? "填报中" : "已关闭") + (deadline.isEmpty() ? "" : "，截止 " + deadline + "（北京时间）")
                + "，账本序号 " + progress.path("position").asString());
        Columns columns = new Columns();
        for (JsonNode group : progress.path("groups")) {
            columns.row(
                    "  " + group.path("title").asString(),
                    group.path("submitted").asString() + "/"
                            + group.path("required").asString(),
                    group.path("percent").asString() + "%");
        }
        columns.lines(0).forEach(out::println);
        out.println("  评价：" + verdicts(client.get(address + "/evaluations").path("evaluations")));
        out.println("  报告：" + reports(client.get(address + "/reports")));
    }

    /** How many indicators have each verdict, and the number of findings. */
    private static String verdicts(JsonNode evaluations) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int findings = 0;
        for (JsonNode evaluation : evaluations) {
            counts.merge(Verdicts.name(evaluation.path("verdict").asString()), 1, Integer::sum);
            findings += evaluation.path("findings").size();
        }
        String verdicts = counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue() + " 项")
                .collect(Collectors.joining("，"));
        return counts.isEmpty() ? "尚无" : verdicts + "；疑点 " + findings + " 条";
    }

    private static String reports(JsonNode reports) {
        if (reports.isEmpty()) {
            return "尚未签发";
        }
        JsonNode last = reports.get(reports.size() - 1);
        return "已签发 " + reports.size() + " 份，最近一份 " + last.path("report").asString() + "，截至序号 "
                + last.path("upToPosition").asString();
    }
}
