package org.dutyledger.local.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.check.HistoryCheck;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.ledger.notary.MongoCheckpoints;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.access.KeyFiles;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.backend.EmbeddedKafka;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.local.machine.FreePort;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.verify.ExportVerifier;
import org.dutyledger.proof.verify.LedgerReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two submission services and a mongod, each a process, and a broker in this JVM that is never killed. While many
 * clients submit, each round kills one or two of them like a power cut, starts them again, and continues when receipts
 * arrive again. {@code -Ddutyledger.kill.rounds=200} runs more, {@code -Ddutyledger.kill.seed} chooses the victims.
 */
class KillRoundsIT {
    private static final int ROUNDS = Integer.getInteger("dutyledger.kill.rounds", 4);
    private static final long SEED = Long.getLong("dutyledger.kill.seed", 2021);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<ServiceProcess> services = new ArrayList<>();
    private final Map<Long, byte[]> roots = new TreeMap<>();
    private KillableMongod mongod;
    private EmbeddedKafka kafka;
    private KeyFiles keys;
    private Ledger ledger;
    private CheckpointHistory checkpoints;

    private enum Victims {
        MONGOD(true),
        SERVICE_1(false, 0),
        SERVICE_2(false, 1),
        MONGOD_AND_SERVICE_1(true, 0),
        MONGOD_AND_SERVICE_2(true, 1),
        BOTH_SERVICES(false, 0, 1);

        private final boolean mongod;
        private final List<Integer> services;

        Victims(boolean mongod, Integer... services) {
            this.mongod = mongod;
            this.services = List.of(services);
        }
    }

    @AfterEach
    void endAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void anyKill_everyReceiptHolds() throws Exception {
        start();
        say("%d rounds, seed %d, %s", ROUNDS, SEED, directory);
        SplittableRandom random = new SplittableRandom(SEED);
        Map<Victims, Integer> killed = new TreeMap<>();
        Load load = opened(Load.start(
                SEED,
                new ServiceEndpoints(
                        services.stream().map(ServiceProcess::address).toList()),
                keys));
        long begun = System.nanoTime();
        for (int round = 1; round <= ROUNDS; round++) {
            Victims victims = Victims.values()[random.nextInt(Victims.values().length)];
            killed.merge(victims, 1, Integer::sum);
            long roundBegun = System.nanoTime();
            victims.services.forEach(i -> services.get(i).awaitHealthy());
            load.awaitReceipts(random.nextInt(20, 150));
            killAndStart(victims);
            load.awaitReceipts(50);
            say(
                    "round %d: %s, %d ms; %s",
                    round, victims, millisSince(roundBegun), load.history().counts());
            if (round % Math.max(1, ROUNDS / 20) == 0) {
                check(load);
            }
        }
        services.forEach(ServiceProcess::awaitHealthy);
        load.stop();
        check(load);
        services.forEach(this::requireSoundExport);
        long repeated = TopicCheck.requireWhole(kafka.bootstrapServers(), ledger);
        say("the topic holds the same %d events, %d records came twice", ledger.size(), repeated);
        say(
                "%d rounds in %d s: %s; %s",
                ROUNDS, millisSince(begun) / 1000, killed, load.history().counts());
        services.forEach(ServiceProcess::close);
    }

    private void start() throws IOException {
        kafka = opened(EmbeddedKafka.start(directory.resolve("kafka"), FreePort.any()));
        mongod = opened(new KillableMongod(RealBackends.mongod(), directory.resolve("mongod")));
        RealBackends.log(mongod.description() + "\n" + kafka.description());
        keys = KeyFiles.in(directory.resolve("keys"));
        Installation installation = Installation.in(
                directory,
                Map.of(
                        "MONGODB_URI", mongod.uri(),
                        "DUTYLEDGER_CHECKPOINT_EVERY", "1s",
                        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                        "DUTYLEDGER_JWT_PUBLIC_KEY",
                                keys.publicKeyFile().toUri().toString()));
        for (String name : List.of("service-1", "service-2")) {
            services.add(opened(new ServiceProcess(installation, name)));
        }
        services.forEach(ServiceProcess::start);
        services.forEach(ServiceProcess::awaitHealthy);
        MongoClient client = opened(MongoClients.create(mongod.uri()));
        ledger = opened(MongoLedger.open(client.getDatabase("ledger")));
        checkpoints = new MongoCheckpoints(client.getDatabase("ledger"));
    }

    private void killAndStart(Victims victims) {
        if (victims.mongod) {
            mongod.kill();
        }
        victims.services.forEach(i -> services.get(i).kill());
        victims.services.forEach(i -> services.get(i).start());
        if (victims.mongod) {
            mongod.start();
        }
    }

    private void check(Load load) {
        long begun = System.nanoTime();
        long known = load.history().now();
        List<SignedNote> signed = checkpoints.from(0, Integer.MAX_VALUE);
        HistoryCheck check = HistoryCheck.of(ledger);
        signed.stream().map(note -> Checkpoint.parse(note.text())).forEach(c -> check.continues(c.size(), c.root()));
        roots.forEach(check::continues);
        roots.put(check.size(), check.root());
        assertThat(check.violations(load.history().asKnownAt(known))).isEmpty();
        assertThat(load.findings()).isEmpty();
        say("checked %d events, %d signed checkpoints in %d ms", check.size(), signed.size(), millisSince(begun));
    }

    /** The service signs what the check found. */
    private void requireSoundExport(ServiceProcess service) {
        String auditor = new TokenMint(keys, Clock.systemUTC()).token(TokenMint.Bearer.auditor(), Duration.ofHours(1));
        byte[] export = new SuiteClient(service.address(), auditor).bytes("/api/v1/ledger/export");
        try {
            LedgerReport report =
                    new ExportVerifier(List.of(), List.of()).verify(() -> new ByteArrayInputStream(export));
            assertThat(report.found()).isEmpty();
            var checkpoint = report.statement().orElseThrow().checkpoint();
            assertThat(roots.get(checkpoint.size())).isEqualTo(checkpoint.root());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    private static void say(String text, Object... arguments) {
        System.out.println("KILL " + text.formatted(arguments));
    }
}
