package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.client.ApiException;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.local.demo.DemoContent;
import org.dutyledger.local.demo.DemoRun;
import org.dutyledger.local.demo.SubmissionReceipt;
import org.dutyledger.local.suite.DataDirectory;
import org.dutyledger.local.suite.GatewayPort;
import org.dutyledger.local.suite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole path in one JVM: submitted figures, ledger, scoring, issued report. */
class DemoIT {
    @TempDir
    Path directory;

    @Test
    void demo_onTheEmbeddedServer() {
        carriesThrough(Backends.MongoSelection.EMBEDDED);
    }

    @Test
    void demo_onARealMongod() {
        carriesThrough(new Backends.MongoSelection(null, RealBackends.mongod(), false));
    }

    private void carriesThrough(Backends.MongoSelection requested) {
        DataDirectory data = new DataDirectory(directory.resolve("data"));
        List<SubmissionReceipt> first;
        try (Suite suite = Suite.open(data, requested, GatewayPort.ANY)) {
            RealBackends.log(suite.backendDescription());
            DemoRun run = started(suite);
            run.open();
            nothingIsIssuedYet(run);
            first = run.submitAll(r -> {});
            assertThat(first).isNotEmpty().noneMatch(SubmissionReceipt::repeated);
            new DemoChecks(run, first).everythingAgrees(directory.resolve("out"));
            proofsAreForThoseOfTheJurisdiction(suite, run);
        }
        try (Suite again = Suite.open(data, requested, GatewayPort.ANY)) {
            DemoRun run = started(again);
            run.open();
            List<SubmissionReceipt> second = run.submitAll(r -> {});
            assertThat(second).allMatch(SubmissionReceipt::repeated);
            assertThat(second.stream().map(SubmissionReceipt::commitHash))
                    .isEqualTo(first.stream().map(SubmissionReceipt::commitHash).toList());
            rebuilt(suiteClient(again), "scoring");
            rebuilt(suiteClient(again), "report");
            new DemoChecks(run, second).everythingAgrees(directory.resolve("out-again"));
        }
    }

    private static void nothingIsIssuedYet(DemoRun run) {
        assertThatThrownBy(() -> run.issue(null)).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.code()).isEqualTo("REPORT_INCOMPLETE");
            assertThat(refused)
                    .hasMessageContaining("202 items")
                    .hasMessageContaining("指标1（加强党对教育工作全面领导）联系学校的区领导人数：尚未填报");
        });
    }

    private static SuiteClient suiteClient(Suite suite) {
        return new SuiteClient(suite.gateway(), suite.mint().token(TokenMint.Bearer.auditor(), Duration.ofMinutes(10)));
    }

    private static void rebuilt(SuiteClient client, String projection) {
        String path = "/api/v1/projections/" + projection + "/rebuild";
        client.post(path, "");
        JsonNode end = await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get(path), s -> !s.path("state").asString().equals("RUNNING"));
        assertThat(end.path("state").asString()).as(end.toString()).isEqualTo("REPLACED");
        assertThat(end.path("differing").asLong()).isZero();
    }

    private static void proofsAreForThoseOfTheJurisdiction(Suite suite, DemoRun run) {
        DemoContent content = DemoContent.of2021();
        String reports = "/api/v1/cycles/" + content.cycleId() + "/reports";
        String proof = run.office().get(reports).get(0).path("proof").asString();
        assertThat(supervisor(suite, content.jurisdiction())
                        .get(proof)
                        .path("format")
                        .asString())
                .isEqualTo("dutyledger/report-proof@2");
        assertThatThrownBy(() -> supervisor(suite, "330603").get(proof))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(404);
                    assertThat(refused.code()).isEqualTo("CYCLE_UNKNOWN");
                });
    }

    private static SuiteClient supervisor(Suite suite, String jurisdiction) {
        TokenMint.Bearer bearer =
                new TokenMint.Bearer("supervisor", List.of("supervisor"), List.of(), List.of(jurisdiction));
        return new SuiteClient(suite.gateway(), suite.mint().token(bearer, Duration.ofMinutes(10)));
    }

    private static DemoRun started(Suite suite) {
        suite.startServices();
        return new DemoRun(suite.gateway(), suite.mint(), DemoContent.of2021());
    }
}
