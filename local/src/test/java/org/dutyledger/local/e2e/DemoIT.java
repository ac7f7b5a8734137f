package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.demo.DemoContent;
import org.dutyledger.local.demo.DemoRun;
import org.dutyledger.local.demo.Receipt;
import org.dutyledger.local.suite.DataDirectory;
import org.dutyledger.local.suite.GatewayPort;
import org.dutyledger.local.suite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path in one JVM: submitted figures, ledger, scoring, issued report. */
class DemoIT {
    @TempDir
    Path directory;

    @Test
    void demo_onTheEmbeddedServer() {
        carriesThrough(Backends.Wish.EMBEDDED);
    }

    @Test
    void demo_onARealMongod() {
        carriesThrough(new Backends.Wish(null, RealBackends.mongod(), false));
    }

    private void carriesThrough(Backends.Wish wish) {
        DataDirectory data = new DataDirectory(directory.resolve("data"));
        List<Receipt> first;
        try (Suite suite = Suite.open(data, wish, GatewayPort.ANY)) {
            RealBackends.tell(suite.backendDescription());
            DemoRun run = started(suite);
            run.open();
            first = run.submitAll(r -> {});
            assertThat(first).isNotEmpty().noneMatch(Receipt::repeated);
            new DemoChecks(run, first).everythingAgrees(directory.resolve("out"));
        }
        try (Suite again = Suite.open(data, wish, GatewayPort.ANY)) {
            DemoRun run = started(again);
            run.open();
            List<Receipt> second = run.submitAll(r -> {});
            assertThat(second).allMatch(Receipt::repeated);
            assertThat(second.stream().map(Receipt::commitHash))
                    .isEqualTo(first.stream().map(Receipt::commitHash).toList());
            new DemoChecks(run, second).everythingAgrees(directory.resolve("out-again"));
        }
    }

    private static DemoRun started(Suite suite) {
        suite.startServices();
        return new DemoRun(suite.gateway(), suite.mint(), DemoContent.of2021());
    }
}
