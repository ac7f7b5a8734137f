package org.dutyledger.benchmarks.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.bson.Document;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.append.AppendSettings;
import org.dutyledger.ledger.mongo.MongoLedger;

/**
 * The ledger alone on a MongoDB, against the plain driver: {@code LedgerBenchmark <mongodb-uri> [seconds] [rounds] [alone|together]}. Every
 * ledger that was loaded is verified; a break ends the program with code 1.
 */
public final class LedgerBenchmark {
    private static final PrintStream out = System.out;

    private final MongoClient client;
    private final Duration time;

    private LedgerBenchmark(MongoClient client, Duration time) {
        this.client = client;
        this.time = time;
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        Duration time = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 4);
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        try (MongoClient client = MongoClients.create(args[0])) {
            LedgerBenchmark benchmark = new LedgerBenchmark(client, time);
            for (int round = 1; round <= rounds; round++) {
                out.println("--- round " + round + " of " + rounds + (round == 1 ? " (JVM still cold)" : ""));
                if (args.length < 4 || args[3].equals("alone")) {
                    benchmark.alone();
                }
                if (args.length < 4 || args[3].equals("together")) {
                    benchmark.together(2, 32);
                }
            }
        }
    }

    /** One round of the ledger alone with 64 threads; verified like all others. */
    public static void sixtyFour(MongoClient client, Duration time) throws InterruptedException, ExecutionException {
        MongoDatabase raw = client.getDatabase("bench-raw-" + UUID.randomUUID());
        new LedgerBenchmark(client, time).alone(raw, 64, 1, new RawLoops(raw).insertOne(time));
        raw.drop();
    }

    private void alone() throws InterruptedException, ExecutionException {
        MongoDatabase raw = client.getDatabase("bench-raw-" + UUID.randomUUID());
        Load.Result one = new RawLoops(raw).insertOne(time);
        out.printf(
                "%-34s %8.0f events/s  %s%n",
                "raw insertOne loop", one.eventsPerSecond(), one.latencies().summary());
        alone(raw, 1, 1, one);
        alone(raw, 64, 1, one);
        alone(raw, 256, 1, one);
        alone(raw, 4, 200, one);
        raw.drop();
    }

    private void alone(MongoDatabase raw, int threads, int eventsPerCommit, Load.Result one)
            throws InterruptedException, ExecutionException {
        MongoDatabase database = client.getDatabase("bench-" + UUID.randomUUID());
        BatchSizes sizes = new BatchSizes();
        try (MongoLedger ledger = MongoLedger.open(database, AppendSettings.defaults(), sizes)) {
            Load.Result result = Load.run(ledger, threads, eventsPerCommit, time);
            String name = threads + " threads x " + eventsPerCommit + " events";
            out.printf(
                    "%-34s %8.0f events/s  %s%n    %s%n",
                    "ledger, " + name,
                    result.eventsPerSecond(),
                    result.latencies().summary(),
                    sizes.summary());
            Load.Result many = new RawLoops(raw).insertMany(sizes.mean(), eventsPerCommit, time);
            out.printf(
                    "%-34s %8.0f events/s  -> ledger/raw %.2f; ledger/insertOne %.1f%n",
                    "raw insertMany(" + sizes.mean() + ")",
                    many.eventsPerSecond(),
                    result.eventsPerSecond() / many.eventsPerSecond(),
                    result.eventsPerSecond() / one.eventsPerSecond());
            if (threads == 64) {
                reading(ledger, database);
            }
            verify(ledger);
        }
        database.drop();
    }

    private void reading(Ledger ledger, MongoDatabase database) {
        long start = System.nanoTime();
        long count = 0;
        long next = 0;
        for (List<StoredCommit> page = ledger.read(0, 1000); !page.isEmpty(); page = ledger.read(next, 1000)) {
            count += page.size();
            next = page.get(page.size() - 1).nextPosition();
        }
        double mine = count / ((System.nanoTime() - start) / 1e9);
        double raw = RawLoops.readAll(database.getCollection("log", Document.class), 1000);
        out.printf("%-34s %8.0f commits/s, raw find loop %.0f -> %.2f%n", "read all in pages", mine, raw, mine / raw);
    }

    private void together(int instances, int threads) throws InterruptedException, ExecutionException {
        MongoDatabase database = client.getDatabase("bench-" + UUID.randomUUID());
        List<BatchSizes> sizes = new ArrayList<>();
        List<MongoLedger> ledgers = new ArrayList<>();
        List<CompletableFuture<Load.Result>> runs = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            BatchSizes mine = new BatchSizes();
            MongoLedger ledger = MongoLedger.open(database, AppendSettings.defaults(), mine);
            sizes.add(mine);
            ledgers.add(ledger);
            runs.add(CompletableFuture.supplyAsync(() -> load(ledger, threads)));
        }
        for (int i = 0; i < instances; i++) {
            Load.Result result = runs.get(i).get();
            out.printf(
                    "%-34s %8.0f events/s  %s%n    %s%n",
                    "ledger " + (i + 1) + " of " + instances + ", " + threads + " threads",
                    result.eventsPerSecond(),
                    result.latencies().summary(),
                    sizes.get(i).summary());
        }
        int batch = sizes.get(0).mean();
        Load.Result raw = new RawLoops(database).insertMany(batch, 1, time);
        out.printf(
                "%-34s %8.0f events/s  %s (how calm the machine is)%n",
                "raw insertMany(" + batch + ")",
                raw.eventsPerSecond(),
                raw.latencies().summary());
        verify(ledgers.get(0));
        ledgers.forEach(MongoLedger::close);
        database.drop();
    }

    private Load.Result load(Ledger ledger, int threads) {
        try {
            return Load.run(ledger, threads, 1, time);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void verify(Ledger ledger) {
        Chain.firstBreak(ledger, commit -> {}).ifPresent(broken -> {
            out.println("BROKEN: " + broken);
            System.exit(1);
        });
    }
}
