package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.cli.DutyLedger;
import org.dutyledger.local.cli.suite.StopCommand;
import org.dutyledger.local.mongo.MongodProcess;
import org.dutyledger.local.start.Health;
import org.dutyledger.local.suite.DataDirectory;
import org.dutyledger.local.suite.GatewayPort;
import org.dutyledger.local.suite.Occupant;
import org.dutyledger.local.suite.RunningSuite;
import org.dutyledger.local.suite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Starts that are stopped, refused, or lose their database, as an operator sees them. */
class StartIT {
    private static final Duration LIMIT = Duration.ofSeconds(100);

    @TempDir
    Path directory;

    private DataDirectory data;

    @Test
    void stopDuringAStart_endsThatStart_andLeavesNothingRunning() throws Exception {
        data = new DataDirectory(directory.resolve("data"));
        for (BooleanSupplier moment : List.<BooleanSupplier>of(
                () -> Occupant.of(data).isPresent(),
                () -> Files.exists(data.root().resolve("mongod/mongod.pid")),
                () -> logged("[start-"))) {
            Path out = directory.resolve("start.out");
            Files.deleteIfExists(out);
            Files.deleteIfExists(data.root().resolve("mongod/mongod.pid"));
            Files.deleteIfExists(data.root().resolve("dutyledger.log"));
            try (ChildJvm start = start(out, "--mongod=" + RealBackends.mongod())) {
                await(start, moment);
                String stopped = stop();
                assertThat(start.isAlive()).isFalse();
                assertThat(start.awaitEnd()).isNotZero();
                assertThat(Files.readString(out))
                        .contains("before the suite was ready")
                        .doesNotContain("Ready:");
                assertThat(stopped).contains("before its suite was ready").doesNotContain("No suite runs");
            }
            assertThat(Occupant.of(data)).isEmpty();
        }
        try (ChildJvm start = start(directory.resolve("start.out"), "--mongod=" + RealBackends.mongod())) {
            await(start, () -> RunningSuite.on(data).isPresent());
            assertThat(stop()).contains("Stopped process").doesNotContain("mongod");
        }
        assertThat(stop()).contains("No suite runs on " + data.root()).doesNotContain("Stopped");
    }

    @Test
    void aSecondSuiteOnOneMongo_isRefused_andTheFirstContinues() throws Exception {
        try (MongodProcess mongod = MongodProcess.start(RealBackends.mongod(), directory.resolve("mongod"))) {
            Backends.MongoSelection requested = new Backends.MongoSelection(mongod.uri(), null, false);
            data = new DataDirectory(directory.resolve("second"));
            try (Suite first = Suite.open(new DataDirectory(directory.resolve("first")), requested, GatewayPort.ANY)) {
                first.startServices();
                Path out = directory.resolve("second.out");
                try (ChildJvm second = start(out, "--mongodb-uri=" + mongod.uri())) {
                    assertThat(second.awaitEnd()).isEqualTo(1);
                }
                assertThat(Files.readString(out))
                        .contains("dutyledger: another suite uses this MongoDB: its process ")
                        .contains("End that suite, or give this one another MongoDB")
                        .doesNotContain("Ready:");
                assertThat(Health.status(first.gateway())).isEqualTo(200);
            }
            // with the first one ended in order, its MongoDB is free at once
            Suite.open(data, requested, GatewayPort.ANY).close();
        }
    }

    @Test
    void afterAnInterruptedImport_theFirstLineNamesTheRemedy() throws Exception {
        try (MongodProcess mongod = MongodProcess.start(RealBackends.mongod(), directory.resolve("mongod"));
                MongoClient client = MongoClients.create(mongod.uri())) {
            client.getDatabase("ledger").getCollection("restores").insertOne(new Document("_id", "log"));
            data = new DataDirectory(directory.resolve("data"));
            try (ChildJvm start = start(directory.resolve("start.out"), "--mongodb-uri=" + mongod.uri())) {
                assertThat(start.awaitEnd()).isEqualTo(1);
            }
        }
        assertThat(Files.readAllLines(directory.resolve("start.out")).stream()
                        .filter(line -> line.startsWith("dutyledger: "))
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith(
                                "dutyledger: submission-service does not start: a restore into the database 'ledger'"
                                        + " was not finished; './dutyledger import' with the same file continues it")
                        .doesNotContain("bean"));
    }

    @Test
    void aMongodThatEndsByItself_endsTheSuite_withThatAsItsLastLine() throws Exception {
        data = new DataDirectory(directory.resolve("data"));
        Path out = directory.resolve("start.out");
        try (ChildJvm start = start(out, "--mongod=" + RealBackends.mongod())) {
            await(start, () -> RunningSuite.on(data).isPresent());
            long mongod = Long.parseLong(
                    Files.readString(data.root().resolve("mongod/mongod.pid")).strip());
            ProcessHandle.of(mongod).orElseThrow().destroyForcibly();
            assertThat(start.awaitEnd()).isEqualTo(1);
            String message = "mongod " + mongod + " ended by itself";
            assertThat(Files.readAllLines(out)).last().asString().contains("dutyledger: " + message);
            assertThat(Files.readAllLines(data.root().resolve("dutyledger.log")))
                    .last()
                    .asString()
                    .contains(message);
        }
    }

    private ChildJvm start(Path out, String mongo) {
        return ChildJvm.start(
                out,
                System.getenv(),
                ChildJvm.main(
                        DutyLedger.class.getName(),
                        "start",
                        "--port=0",
                        "--data",
                        data.root().toString(),
                        mongo));
    }

    /** The command in this JVM; what it prints. */
    private String stop() {
        StringWriter printed = new StringWriter();
        CommandLine line = new CommandLine(new StopCommand());
        line.setOut(new PrintWriter(printed, true));
        assertThat(line.execute("--data", data.root().toString()))
                .as(printed.toString())
                .isZero();
        return printed.toString();
    }

    private boolean logged(String text) {
        try {
            return Files.readString(data.root().resolve("dutyledger.log")).contains(text);
        } catch (IOException absent) {
            return false;
        }
    }

    private static void await(ChildJvm child, BooleanSupplier moment) {
        Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(LIMIT).until(() -> {
            assertThat(child.isAlive()).as(child::lastWords).isTrue();
            return moment.getAsBoolean();
        });
    }
}
