package org.dutyledger.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dutyledger.ledger.Commits;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.backend.RealMongod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes append to one ledger on a real mongod; afterwards every receipt is checked. */
class TwoProcessesIT {
    private static final int THREADS = 8;
    private static final int COMMITS = 60;
    private static final int HOT = THREADS * COMMITS / 10;

    private record Answer(UUID id, long position, String hash, long begun, long ended) {
        static Answer parse(String line) {
            String[] part = line.split(" ");
            return new Answer(
                    UUID.fromString(part[0]),
                    Long.parseLong(part[1]),
                    part[2],
                    Long.parseLong(part[3]),
                    Long.parseLong(part[4]));
        }
    }

    private RealMongod mongod;
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void start() {
        mongod = RealMongod.start();
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        if (mongod != null) {
            mongod.close();
        }
    }

    @Test
    void two_processes_share_one_ledger_without_loss_or_starvation() throws IOException {
        CompletableFuture<List<Answer>> one = append("one");
        CompletableFuture<List<Answer>> two = append("two");
        List<Answer> answers = new ArrayList<>(one.join());
        answers.addAll(two.join());

        try (MongoClient client = MongoClients.create(mongod.uri());
                MongoLedger ledger = MongoLedger.open(client.getDatabase("shared"))) {
            Commits.verified(ledger);
            Map<UUID, StoredCommit> stored = new HashMap<>();
            Commits.all(ledger).forEach(commit -> assertThat(stored.put(commit.id(), commit))
                    .isNull());
            List<Answer> receipts =
                    answers.stream().filter(t -> t.position >= 0).toList();
            assertThat(answers).hasSize(2 * (THREADS * COMMITS + HOT));
            assertThat(stored).hasSameSizeAs(receipts);
            assertThat(ledger.lastSequence("hot")).hasValue(receipts.size() - 2L * THREADS * COMMITS - 1);
            receipts.forEach(t -> {
                assertThat(stored.get(t.id).position()).isEqualTo(t.position);
                assertThat(HexFormat.of().formatHex(stored.get(t.id).hash())).isEqualTo(t.hash);
            });
            assertRealTimeOrder(receipts);
        }
    }

    /**
     * A commit acknowledged before another one began has the lower position; both processes use this machine's clock.
     */
    private static void assertRealTimeOrder(List<Answer> receipts) {
        for (Answer before : receipts) {
            for (Answer after : receipts) {
                if (before.ended < after.begun && before.position >= after.position) {
                    throw new AssertionError(before + " was told before " + after + " was begun");
                }
            }
        }
    }

    private CompletableFuture<List<Answer>> append(String name) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        mongod.uri(),
                        "shared",
                        name,
                        Integer.toString(THREADS),
                        Integer.toString(COMMITS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return CompletableFuture.supplyAsync(() -> {
            try (BufferedReader lines = process.inputReader()) {
                return lines.lines()
                        .filter(line -> line.split(" ").length == 5)
                        .filter(line -> line.charAt(8) == '-')
                        .map(Answer::parse)
                        .toList();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
