package org.dutyledger.benchmarks.suite;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.dutyledger.benchmarks.ledger.LedgerBenchmark;
import org.dutyledger.events.Topics;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.local.start.ServiceApp;

/**
 * The services of the suite on a real mongod and a real Kafka broker, each against a plain loop doing the same work:
 * {@code SuiteBenchmark [seconds] [rounds] [http]}. Ledger and topic are verified at the end; a fault ends it with code 1.
 */
public final class SuiteBenchmark {
    private static final PrintStream out = System.out;
    private static final long EVENTS = 50_000;
    private static final int BATCH = 200;
    private static final Duration LONGEST = Duration.ofMinutes(6);

    private final Installation installation;
    private final MongoClient client;
    private final MongoDatabase database;
    private final Duration time;
    private final int rounds;
    private final boolean httpOnly;

    private SuiteBenchmark(Installation installation, MongoClient client, Duration time, int rounds, boolean httpOnly) {
        this.installation = installation;
        this.client = client;
        this.database = client.getDatabase("ledger");
        this.time = time;
        this.rounds = rounds;
        this.httpOnly = httpOnly;
    }

    public static void main(String[] args) throws Exception {
        Duration time = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 5);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        Installation installation = Installation.open();
        // also after Ctrl-C and when time is up, so that no mongod is left running
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
        bound();
        int code = 1;
        try (MongoClient client = MongoClients.create(installation.mongodbUri())) {
            out.println(installation.description());
            new SuiteBenchmark(installation, client, time, rounds, args.length > 2).run();
            code = 0;
        } catch (Exception e) {
            out.println("WRONG: " + e.getMessage());
            e.printStackTrace();
        }
        System.exit(code); // libraries leave threads behind
    }

    private static void bound() {
        Thread watch = new Thread(() -> {
            LockSupport.parkNanos(LONGEST.toNanos());
            out.println("WRONG: not at the end after " + LONGEST.toMinutes() + " minutes");
            System.exit(1);
        });
        watch.setDaemon(true);
        watch.start();
    }

    private void run() throws Exception {
        Sheet sheet = Sheet.of(FrameworkFiles.newest("zhejiang-county-2021").framework());
        if (!httpOnly) {
            heading("the ledger alone");
            LedgerBenchmark.sixtyFour(client, time);
        }
        try (MongoLedger ledger = MongoLedger.open(database)) {
            new Fill(ledger, sheet).atLeast(EVENTS);
            publishing(ledger);
            if (!httpOnly) {
                scoring(ledger);
            }
            Map<Long, String> receipts = http(sheet);
            heading("afterwards");
            out.println(Aftermath.verify(ledger, receipts, installation.kafka()));
        }
    }

    private void publishing(MongoLedger ledger) throws Exception {
        Publishing publishing = new Publishing(installation.kafka(), ledger, database);
        for (int round = 1; round <= rounds; round++) {
            heading("publisher, " + ledger.size() + " events, round " + round);
            double find = publishing.find();
            double produce = publishing.produce("raw-" + round);
            double mine = publishing.publisher(round == rounds ? Topics.EVIDENCE : "published-" + round);
            line("raw find loop", find);
            line("raw produce loop", produce);
            line("publisher", mine);
            ratio("publisher / slower raw loop", mine / Math.min(find, produce), "0.5, 0.7");
        }
    }

    private void scoring(MongoLedger ledger) throws Exception {
        Scoring scoring = new Scoring(installation, client, ledger);
        for (int round = 1; round <= rounds; round++) {
            heading("scoring, " + ledger.size() + " events, round " + round);
            double raw = scoring.bulkUpserts("raw-scoring-" + round);
            double mine = scoring.service("scoring-" + round);
            line("raw bulk upserts", raw);
            line("scoring service", mine);
            ratio("scoring / raw", mine / raw, "0.4, 0.6");
        }
    }

    private Map<Long, String> http(Sheet sheet) throws Exception {
        RawInserts raw = new RawInserts(client.getDatabase("raw"), database, 20_000);
        try (Installation.Service service = installation.start(ServiceApp.SUBMISSION, Map.of())) {
            HttpLoad load = new HttpLoad(service.address(), sheet, installation);
            load.single(64, time.multipliedBy(10)); // else the compiler at work is measured, not the service
            for (int round = 1; round <= rounds; round++) {
                heading("HTTP with JWT, round " + round);
                HttpLoad.Result one = raw.insert(1, time);
                HttpLoad.Result client1 = load.single(1, time);
                HttpLoad.Result client64 = load.single(64, time);
                HttpLoad.Result many = raw.insert(500, time);
                HttpLoad.Result batches = load.batches(4, BATCH, time);
                HttpLoad.Result many200 = raw.insert(BATCH, time);
                line("raw insertOne loop", one);
                line("1 client", client1);
                ratio(
                        "1 client / insertOne, p50 of latency",
                        one.latencies().quantile(.5) / client1.latencies().quantile(.5),
                        "0.5, 0.7");
                line("64 clients", client64);
                line("raw insertMany(500)", many);
                ratio("64 clients / insertOne", client64.eventsPerSecond() / one.eventsPerSecond(), "2, 5");
                ratio(
                        "64 clients / insertMany(500)",
                        client64.eventsPerSecond() / many.eventsPerSecond(),
                        "0.05, 0.12");
                line("4 clients x " + BATCH, batches);
                line("raw insertMany(" + BATCH + ")", many200);
                ratio(
                        "batches / insertMany(" + BATCH + ")",
                        batches.eventsPerSecond() / many200.eventsPerSecond(),
                        "0.25, 0.4");
            }
            return load.receipts();
        }
    }

    private static void heading(String what) {
        out.printf(
                "--- %s (load of the machine %.1f)%n",
                what, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void line(String what, double perSecond) {
        out.printf("%-40s %8.0f events/s%n", what, perSecond);
    }

    private static void line(String what, HttpLoad.Result result) {
        out.printf(
                "%-40s %8.0f events/s  %s%n",
                what, result.eventsPerSecond(), result.latencies().summary());
    }

    private static void ratio(String what, double ratio, String goals) {
        out.printf("    -> %-40s %6.2f   (good, excellent: %s)%n", what, ratio, goals);
    }
}
