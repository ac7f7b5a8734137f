package org.dutyledger.local.cli.suite;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.local.client.ReportDownload;
import org.dutyledger.local.demo.SubmissionReceipt;
import org.dutyledger.local.demo.Verdicts;
import org.dutyledger.local.terminal.Columns;
import org.dutyledger.local.terminal.Stages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The result of a demonstration, for people and for programs. */
record DemoOutcome(
        List<SubmissionReceipt> receipts,
        JsonNode evaluations,
        JsonNode progress,
        ReportDownload report,
        List<Path> files,
        String livePage,
        Stages stages) {
    private static final int TERMINAL_WIDTH = 120;

    void print(PrintStream out) {
        long repeated = receipts.stream().filter(SubmissionReceipt::repeated).count();
        long events = receipts.stream().mapToLong(r -> r.places().size()).sum();
        out.println(receipts.size() + " submissions, " + events + " events in the ledger"
                + (repeated == 0
                        ? ""
                        : "; " + repeated + " were there from an earlier run and got their first receipt again"));
        out.println();
        Columns table = new Columns().row("", "指标", "结论", "理由");
        for (Verdicts.Line line : Verdicts.of(evaluations, progress)) {
            table.row(line.indicator(), Columns.cut(line.title(), 36), line.verdict(), line.reason());
        }
        table.lines(TERMINAL_WIDTH).forEach(out::println);
        out.println();
        out.println("Report " + report.id() + ", from the ledger up to position " + report.upToPosition());
        files.forEach(file -> out.println("  " + file));
        ProofShow.print(files, out);
        out.println();
        out.println("Live page (until this program ends)\n  " + livePage);
        out.println("Times: " + stages.text());
        out.flush();
    }

    String json() {
        Map<String, Object> seconds = new LinkedHashMap<>();
        stages.durations().forEach((name, duration) -> seconds.put(name, duration.toMillis() / 1000.0));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("receipts", receipts);
        all.put("verdicts", Verdicts.of(evaluations, progress));
        all.put("report", report.answer());
        all.put("files", files.stream().map(Path::toString).toList());
        all.put("livePage", livePage);
        all.put("seconds", seconds);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }
}
