package org.dutyledger.local.cli.cycle;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows what runs, and of each cycle its progress, verdicts and reports. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows whether the suite runs, on what, and of each cycle its progress, verdicts and reports.",
        footer = {
            "",
            "Examples:",
            "  ./dutyledger status",
            "  ./dutyledger status --json | jq '.cycles[].progress'",
            "  ./dutyledger status --url https://dutyledger.example.gov.cn --token \"$TOKEN\""
        })
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private SuiteAccess access = new SuiteAccess();

    @Option(names = "--json", description = "print the answers of the services as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<RunningSuite> suite = RunningSuite.on(access.data().directory());
        SuiteClient client = access.client(TokenMint.Bearer.office());
        List<CycleStatus> cycles =
                Cycles.all(client).stream().map(cycle -> status(client, cycle)).toList();
        if (json) {
            out.println(json(suite, cycles).toPrettyString());
            return 0;
        }
        suite.ifPresent(s ->
                out.println("Running as process " + s.process().pid() + " at " + s.gateway() + "\n" + s.backends()));
        cycles.forEach(status -> show(out, status));
        return 0;
    }

    /** The answers of the services about a cycle. */
    private record CycleStatus(JsonNode cycle, JsonNode progress, JsonNode evaluations, JsonNode reports) {}

    private static CycleStatus status(SuiteClient client, JsonNode cycle) {
        String address = "/api/v1/cycles/" + SuiteClient.encoded(Cycles.id(cycle));
        return new CycleStatus(
                cycle,
                client.get(address + "/progress"),
                client.get(address + "/evaluations").path("evaluations"),
                client.get(address + "/reports"));
    }

    private static JsonNode json(Optional<RunningSuite> suite, List<CycleStatus> cycles) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        suite.ifPresent(s -> answer.putObject("suite")
                .put("process", s.process().pid())
                .put("gateway", s.gateway().toString())
                .put("backends", s.backends()));
        ArrayNode all = answer.putArray("cycles");
        cycles.forEach(status -> all.addObject()
                .<ObjectNode>set("cycle", status.cycle())
                .<ObjectNode>set("progress", status.progress())
                .<ObjectNode>set("evaluations", status.evaluations())
                .<ObjectNode>set("reports", status.reports()));
        return answer;
    }

    private static void show(PrintWriter out, CycleStatus status) {
        JsonNode cycle = status.cycle();
        JsonNode progress = status.progress();
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
        out.println("  评价：" + verdicts(status.evaluations()));
        out.println("  报告：" + reports(status.reports()));
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
