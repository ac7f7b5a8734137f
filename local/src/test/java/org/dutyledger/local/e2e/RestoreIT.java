package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.cli.ledger.ImportCommand;
import org.dutyledger.local.cli.ledger.VerifyLedgerCommand;
import org.dutyledger.local.client.ReportDownload;
import org.dutyledger.local.demo.DemoContent;
import org.dutyledger.local.demo.DemoRun;
import org.dutyledger.local.demo.SubmissionReceipt;
import org.dutyledger.local.demo.Verdicts;
import org.dutyledger.local.suite.DataDirectory;
import org.dutyledger.local.suite.GatewayPort;
import org.dutyledger.local.suite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The suite is restored from an export alone: the same ledger, evaluations and reports, with a Kafka that was empty.
 */
class RestoreIT {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();

    @Test
    void aRestoredSuite_isTheSame_onTheEmbeddedServer() throws Exception {
        isRestored(Backends.MongoSelection.EMBEDDED, "--embedded");
    }

    @Test
    void aRestoredSuite_isTheSame_onARealMongod() throws Exception {
        Path mongod = RealBackends.mongod();
        isRestored(new Backends.MongoSelection(null, mongod, false), "--mongod=" + mongod);
    }

    private void isRestored(Backends.MongoSelection requested, String option) throws Exception {
        Path export = directory.resolve("ledger.ndjson");
        LedgerAudit ledger;
        List<Verdicts.Line> verdicts;
        List<SubmissionReceipt> receipts;
        ReportDownload report;
        Map<String, byte[]> files;
        try (Suite suite = Suite.open(new DataDirectory(directory.resolve("first")), requested, GatewayPort.ANY)) {
            RealBackends.log(suite.backendDescription());
            DemoRun run = started(suite);
            run.open();
            receipts = run.submitAll(r -> {});
            run.awaitScoring(last(receipts));
            verdicts = Verdicts.of(run.evaluations(), run.progress());
            report = run.issue(last(receipts));
            files = files(report, run, "out");
            ledger = LedgerAudit.read(run.office());
            run.office().download("/api/v1/ledger/export", export);
        }

        Path restored = directory.resolve("restored");
        assertThat(run(new ImportCommand(), export.toString(), "--data=" + restored, option))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("启动前请把原来的密钥放到 " + restored.resolve("keys"));
        assertThat(run(new VerifyLedgerCommand(), export.toString(), "--data=" + restored, option))
                .as(out.toString())
                .isZero();
        assertThat(run(new ImportCommand(), export.toString(), "--data=" + restored, option))
                .as("a second time")
                .isEqualTo(1);

        try (Suite suite = Suite.open(new DataDirectory(restored), requested, GatewayPort.ANY)) {
            DemoRun run = started(suite);
            assertThat(LedgerAudit.read(run.office()).events())
                    .usingRecursiveComparison()
                    .isEqualTo(ledger.events());
            run.awaitScoring(last(receipts));
            assertThat(Verdicts.of(run.evaluations(), run.progress())).isEqualTo(verdicts);
            // the ledger names the report; its files are rendered again and are the same to the byte
            ReportDownload again = run.issue(last(receipts));
            assertThat(again.id()).isEqualTo(report.id());
            assertThat(files(again, run, "out-again"))
                    .usingRecursiveComparison()
                    .isEqualTo(files);
            assertThat(LedgerAudit.read(run.office()).events()).hasSameSizeAs(ledger.events());
            run.open();
            assertThat(run.submitAll(r -> {})).allMatch(SubmissionReceipt::repeated);
            Path second = directory.resolve("again.ndjson");
            run.office().download("/api/v1/ledger/export", second);
            assertThat(commits(second)).isEqualTo(commits(export));
        }
    }

    /** The commits of an export without the running sums; head and seal are of another key. */
    private static List<String> commits(Path export) throws Exception {
        return Files.readAllLines(export).stream()
                .filter(line -> line.startsWith("{\"position\""))
                .map(line -> line.substring(0, line.lastIndexOf(",\"sum\"")))
                .toList();
    }

    private static long last(List<SubmissionReceipt> receipts) {
        return receipts.stream()
                .mapToLong(SubmissionReceipt::lastPosition)
                .max()
                .orElseThrow();
    }

    private Map<String, byte[]> files(ReportDownload report, DemoRun run, String folder) throws Exception {
        Map<String, byte[]> files = new HashMap<>();
        for (Path file : report.download(run.office(), directory.resolve(folder))) {
            String name = file.getFileName().toString();
            // a proof is made when it is asked for, and a fresh data directory has another key
            if (!name.endsWith(".proof.json")) {
                files.put(name, Files.readAllBytes(file));
            }
        }
        return files;
    }

    private int run(Object command, String... arguments) {
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        return line.execute(arguments);
    }

    private static DemoRun started(Suite suite) {
        suite.startServices();
        return new DemoRun(suite.gateway(), suite.mint(), DemoContent.of2021());
    }
}
