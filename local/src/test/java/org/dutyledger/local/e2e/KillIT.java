package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.cli.DutyLedger;
import org.dutyledger.local.client.ApiException;
import org.dutyledger.local.client.SuiteUnreachableException;
import org.dutyledger.local.demo.DemoContent;
import org.dutyledger.local.demo.DemoRun;
import org.dutyledger.local.demo.SubmissionReceipt;
import org.dutyledger.local.suite.DataDirectory;
import org.dutyledger.local.suite.GatewayPort;
import org.dutyledger.local.suite.RunningSuite;
import org.dutyledger.local.suite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite is killed like a machine that loses power to one process, in the middle of the demonstration. */
class KillIT {
    @TempDir
    Path directory;

    @Test
    void killedInTheMiddle_onTheEmbeddedServer_nothingIsLostOrDuplicated() {
        survivesKill(Backends.MongoSelection.EMBEDDED, "--embedded");
    }

    @Test
    void killedInTheMiddle_onARealMongod_nothingIsLostOrDuplicated() {
        Path mongod = RealBackends.mongod();
        survivesKill(new Backends.MongoSelection(null, mongod, false), "--mongod=" + mongod);
    }

    private void survivesKill(Backends.MongoSelection requested, String mongo) {
        DataDirectory data = new DataDirectory(directory.resolve("data"));
        DemoContent content = DemoContent.of2021();
        List<SubmissionReceipt> before = new ArrayList<>();
        try (ChildJvm suite = start(data, mongo)) {
            DemoRun run = run(data, content);
            run.open();
            killWhileSubmitting(suite, run, content, before);
            assertThat(suite.isAlive()).isFalse();
        }
        assertThat(before)
                .as("receipts given before the kill")
                .hasSizeBetween(3, content.submissions().size() - 1);

        try (Suite suite = Suite.open(data, requested, GatewayPort.ANY)) {
            suite.startServices();
            DemoRun run = run(data, content);
            List<SubmissionReceipt> all = run.submitAll(r -> {});
            assertThat(all.subList(0, before.size())).allMatch(SubmissionReceipt::repeated);
            assertThat(all.subList(0, before.size()).stream().map(KillIT::facts))
                    .isEqualTo(before.stream().map(KillIT::facts).toList());
            new DemoChecks(run, all).everythingAgrees(directory.resolve("out"));
        }
    }

    /** Another thread kills while this one continues to submit, so that the kill hits any moment of a submission. */
    private static void killWhileSubmitting(
            ChildJvm suite, DemoRun run, DemoContent content, List<SubmissionReceipt> receipts) {
        CompletableFuture<Void> kill = new CompletableFuture<>();
        try {
            run.submitAll(receipt -> {
                receipts.add(receipt);
                if (receipts.size() == content.submissions().size() / 2) {
                    CompletableFuture.runAsync(suite::kill).whenComplete((v, e) -> kill.complete(null));
                }
            });
        } catch (SuiteUnreachableException | ApiException e) {
            assertThat(receipts)
                    .hasSizeGreaterThanOrEqualTo(content.submissions().size() / 2);
        }
        kill.join();
    }

    private ChildJvm start(DataDirectory data, String mongo) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        ChildJvm suite = ChildJvm.start(
                directory.resolve("suite.out"),
                environment,
                ChildJvm.main(
                        DutyLedger.class.getName(),
                        "start",
                        "--data",
                        data.root().toString(),
                        mongo,
                        "--port",
                        "0"));
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> {
            assertThat(suite.isAlive()).as(suite::lastWords).isTrue();
            return RunningSuite.on(data).isPresent();
        });
        RealBackends.log(RunningSuite.on(data).orElseThrow().backends());
        return suite;
    }

    private static DemoRun run(DataDirectory data, DemoContent content) {
        return new DemoRun(
                RunningSuite.on(data).orElseThrow().gateway(), new TokenMint(data.keys(), Clock.systemUTC()), content);
    }

    /** The content of a receipt; only the mark of a repetition may differ. */
    private static SubmissionReceipt facts(SubmissionReceipt receipt) {
        return new SubmissionReceipt(
                receipt.organisation(),
                receipt.submission(),
                receipt.lastPosition(),
                receipt.commitHash(),
                receipt.places(),
                false);
    }
}
