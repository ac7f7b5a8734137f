package org.dutyledger.ledger.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A real mongod of its own as a replica set of one node; the binary is named by MONGOD or found on PATH. */
public final class RealMongod implements AutoCloseable {
    private final Path directory;
    private final int port;
    private Process process;

    private RealMongod(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Skips the test when there is no mongod, unless backends are required: then it fails. */
    public static RealMongod start() {
        return start(List.of("--replSet=one"));
    }

    /** One that belongs to no replica set; otherwise as {@link #start()}. */
    static RealMongod standalone() {
        return start(List.of());
    }

    private static RealMongod start(List<String> replication) {
        Optional<Path> binary = binary();
        if (binary.isEmpty()) {
            String message = "no mongod: set MONGOD to the path of one, or put it on PATH";
            boolean required =
                    "true".equals(System.getenv("CI")) || "required".equals(System.getProperty("dutyledger.backends"));
            if (required) {
                Assertions.fail(message);
            }
            Assumptions.abort(message);
        }
        try (ServerSocket free = new ServerSocket(0)) {
            RealMongod mongod = new RealMongod(Files.createTempDirectory("mongod"), free.getLocalPort());
            free.close();
            mongod.launch(binary.orElseThrow(), replication);
            try {
                if (!replication.isEmpty()) {
                    mongod.initiate();
                }
            } catch (RuntimeException e) {
                mongod.close(); // nobody else knows it yet
                throw e;
            }
            return mongod;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> binary() {
        String named = System.getenv("MONGOD");
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "mongod"));
        return Stream.concat(Stream.ofNullable(named).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void launch(Path binary, List<String> replication) throws IOException {
        Path log = directory.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                binary.toString(),
                "--dbpath=" + directory,
                "--port=" + port,
                "--bind_ip=127.0.0.1",
                "--nounixsocket",
                "--wiredTigerCacheSizeGB=0.25",
                "--logpath=" + log));
        command.addAll(replication);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
    }

    private void initiate() {
        String direct = "mongodb://127.0.0.1:" + port + "/?directConnection=true&serverSelectionTimeoutMS=500";
        Document member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
        Document config = new Document("_id", "one").append("members", List.of(member));
        try (MongoClient client = MongoClients.create(direct)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(MongoException.class)
                    .until(() -> client.getDatabase("admin")
                                    .runCommand(new Document("replSetInitiate", config))
                                    .getDouble("ok")
                            == 1);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> client.getDatabase("admin")
                    .runCommand(new Document("hello", 1))
                    .getBoolean("isWritablePrimary"));
        }
    }

    /** For a client of its own. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?replicaSet=one";
    }

    /** For a client that asks for no replica set. */
    String directUri() {
        return "mongodb://127.0.0.1:" + port + "/";
    }

    /** Its process, to be paused or killed. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
