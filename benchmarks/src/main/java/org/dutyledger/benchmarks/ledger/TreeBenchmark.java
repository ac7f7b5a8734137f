package org.dutyledger.benchmarks.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.append.AppendSettings;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tile.DiskTiles;
import org.dutyledger.proof.tile.TiledTree;
import org.dutyledger.proof.tree.HashTree;
import org.dutyledger.proof.tree.MerkleTree;

/**
 * What the tree in tiles costs the ledger under it, and how fast it is built again: {@code TreeBenchmark <mongodb-uri>
 * [seconds] [rounds]}. A tree with a wrong root ends the program with code 1.
 */
public final class TreeBenchmark {
    private static final PrintStream out = System.out;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LEAVES = 2_000_000;

    private final MongoClient client;
    private final Duration time;
    private final Path directory;

    private TreeBenchmark(MongoClient client, Duration time, Path directory) {
        this.client = client;
        this.time = time;
        this.directory = directory;
    }

    public static void main(String[] args) throws Exception {
        Duration time = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 4);
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        Path directory = Files.createTempDirectory("bench-tiles");
        try (MongoClient client = MongoClients.create(args[0])) {
            TreeBenchmark benchmark = new TreeBenchmark(client, time, directory);
            benchmark.compare(rounds, 64, 1);
            benchmark.compare(rounds, 4, 200);
            benchmark.hashesAlone();
        } finally {
            delete(directory);
        }
    }

    private void compare(int rounds, int threads, int eventsPerCommit) throws Exception {
        out.printf("--- %d threads x %d events (load of the machine %.1f)%n", threads, eventsPerCommit, load());
        List<Double> off = new ArrayList<>();
        List<Double> on = new ArrayList<>();
        run(threads, eventsPerCommit, true);
        for (int round = 0; round < rounds; round++) {
            for (boolean hashing : round % 2 == 0 ? new boolean[] {false, true} : new boolean[] {true, false}) {
                (hashing ? on : off).add(run(threads, eventsPerCommit, hashing));
            }
        }
        out.printf(
                "without the tree %.0f, with it %.0f events/s (medians of %d) -> %.2f%n",
                median(off), median(on), rounds, median(on) / median(off));
    }

    private double run(int threads, int eventsPerCommit, boolean hashing) throws Exception {
        MongoDatabase database = client.getDatabase("bench-" + UUID.randomUUID());
        try (MongoLedger ledger = MongoLedger.open(database, AppendSettings.defaults(), new BatchSizes())) {
            TiledTree tree = new TiledTree(new DiskTiles(newDirectory()), (from, wanted) -> List.of());
            CountDownLatch loaded = new CountDownLatch(1);
            CompletableFuture<Void> follower =
                    hashing ? CompletableFuture.runAsync(() -> follow(ledger, tree, loaded)) : null;
            Load.Result result = Load.run(ledger, threads, eventsPerCommit, time);
            loaded.countDown();
            out.printf(
                    "%-18s %8.0f events/s  %s%n",
                    hashing ? "with the tree" : "without",
                    result.eventsPerSecond(),
                    result.latencies().summary());
            if (follower != null) {
                follower.get();
                rebuild(ledger, tree);
            }
            return result.eventsPerSecond();
        } finally {
            database.drop();
        }
    }

    /** Until everything that was loaded is in the tree. */
    private static void follow(Ledger ledger, TiledTree tree, CountDownLatch loaded) {
        try {
            boolean last = false;
            while (!last) {
                last = loaded.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                readInto(tree, ledger);
                tree.save();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void readInto(TiledTree tree, Ledger ledger) {
        for (List<byte[]> page = page(ledger, tree.size()); !page.isEmpty(); page = page(ledger, tree.size())) {
            page.forEach(tree::add);
        }
    }

    private static List<byte[]> page(Ledger ledger, long from) {
        return ledger.read(from, 500).stream()
                .flatMap(commit -> commit.events().stream())
                .map(event -> CommitHash.leaf(event.data()))
                .toList();
    }

    private void rebuild(Ledger ledger, HashTree followed) throws IOException {
        TiledTree tree = new TiledTree(new DiskTiles(newDirectory()), (from, wanted) -> List.of());
        long start = System.nanoTime();
        readInto(tree, ledger);
        tree.save();
        out.printf("    built again from the ledger: %.0f events/s%n", tree.size() / seconds(start));
        same(tree, followed);
    }

    private void hashesAlone() throws IOException {
        byte[][] hashes = new byte[LEAVES][];
        MerkleTree expected = new MerkleTree();
        for (int i = 0; i < LEAVES; i++) {
            hashes[i] = CommitHash.leaf(Integer.toString(i).getBytes());
            expected.add(hashes[i]);
        }
        for (int round = 0; round < 3; round++) {
            TiledTree tree = new TiledTree(new DiskTiles(newDirectory()), (from, wanted) -> List.of());
            long start = System.nanoTime();
            for (byte[] hash : hashes) {
                tree.add(hash);
            }
            tree.save();
            out.printf("%d hashes into tiles on disk: %.0f leaves/s%n", LEAVES, LEAVES / seconds(start));
            same(tree, expected);
        }
    }

    private static void same(HashTree tree, HashTree expected) {
        if (tree.size() != expected.size() || !Arrays.equals(tree.root(), expected.root())) {
            out.println("BROKEN: the trees differ");
            System.exit(1);
        }
    }

    private Path newDirectory() throws IOException {
        return Files.createTempDirectory(directory, "tree");
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
