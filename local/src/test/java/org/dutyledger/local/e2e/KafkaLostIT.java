package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.cli.suite.RebuildCommand;
import org.dutyledger.local.client.ReportDownload;
import org.dutyledger.local.demo.DemoContent;
import org.dutyledger.local.demo.DemoRun;
import org.dutyledger.local.demo.SubmissionReceipt;
import org.dutyledger.local.suite.DataDirectory;
import org.dutyledger.local.suite.GatewayPort;
import org.dutyledger.local.suite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** Kafka's data is lost while every cycle is closed, so that no event follows that would bring the topics up to date. */
class KafkaLostIT {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();

    @Test
    void aReportIsIssued_andTheProjectionsAreRebuilt() throws Exception {
        Path mongod = RealBackends.mongod();
        Backends.MongoSelection requested = new Backends.MongoSelection(null, mongod, false);
        DataDirectory data = new DataDirectory(directory.resolve("data"));
        List<SubmissionReceipt> receipts;
        try (Suite suite = Suite.open(data, requested, GatewayPort.ANY)) {
            RealBackends.log(suite.backendDescription());
            DemoRun run = started(suite);
            run.open();
            receipts = run.submitAll(r -> {});
            run.office()
                    .post("/api/v1/cycles/" + DemoContent.of2021().cycleId() + "/close", Map.of("reason", "本年度评价结束"));
            run.awaitScoring(last(receipts));
        }
        assertThat(FileSystemUtils.deleteRecursively(data.backends().resolve("kafka")))
                .isTrue();

        try (Suite suite = Suite.open(data, requested, GatewayPort.ANY)) {
            DemoRun run = started(suite);
            ReportDownload report = run.issue(null);
            assertThat(report.id()).isNotBlank();
            assertThat(run.office()
                            .bytes("/api/v1/cycles/" + DemoContent.of2021().cycleId() + "/reports/draft.html"))
                    .isNotEmpty();
            String auditor = suite.mint().token(TokenMint.Bearer.auditor(), Duration.ofHours(1));
            for (String projection : List.of("scoring", "report")) {
                assertThat(rebuilt(suite, projection, auditor))
                        .as(out.toString())
                        .isZero();
            }
            assertThat(out.toString().split("all the same", -1)).hasSize(3);
        }
    }

    private int rebuilt(Suite suite, String projection, String token) {
        CommandLine line = new CommandLine(new RebuildCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        return line.execute(projection, "--url=" + suite.gateway(), "--token=" + token);
    }

    private static long last(List<SubmissionReceipt> receipts) {
        return receipts.stream()
                .mapToLong(SubmissionReceipt::lastPosition)
                .max()
                .orElseThrow();
    }

    private static DemoRun started(Suite suite) {
        suite.startServices();
        return new DemoRun(suite.gateway(), suite.mint(), DemoContent.of2021());
    }
}
