package org.dutyledger.ledger.backend;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/**
 * A real mongod, named by MONGOD or found on PATH, on a directory and port of its own; it can be paused, killed, and
 * started again on the same data.
 */
public final class MongodNode implements AutoCloseable {
    private static final String MISSING = "no mongod: set MONGOD to the path of one, or put it on PATH";

    private final Path binary;
    private final Path directory;
    private final int port;
    private final List<String> options;
    private Process process;

    private MongodNode(Path binary, Path directory, List<String> options) {
        this.binary = binary;
        this.directory = directory;
        this.port = LastingPort.any();
        this.options = options;
    }

    /** Empty when there is no mongod; fails where backends are required. */
    static Optional<MongodNode> startIfAny(String... options) {
        Optional<Path> binary = binary();
        boolean required =
                "true".equals(System.getenv("CI")) || "required".equals(System.getProperty("dutyledger.backends"));
        if (binary.isEmpty() && required) {
            Assertions.fail(MISSING);
        }
        return binary.map(mongod -> {
            MongodNode node = new MongodNode(mongod, directory(), List.of(options));
            node.launch();
            return node;
        });
    }

    /** Skips the test when there is no mongod, unless backends are required: then it fails. */
    static MongodNode start(String... options) {
        return startIfAny(options).orElseGet(() -> Assumptions.abort(MISSING));
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("mongod");
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

    /** Starts it again after {@link #kill()}; does not wait until it answers. */
    public void launch() {
        List<String> command = new ArrayList<>(List.of(
                binary.toString(),
                "--dbpath=" + directory,
                "--port=" + port,
                "--bind_ip=127.0.0.1",
                "--nounixsocket",
                "--wiredTigerCacheSizeGB=0.25",
                "--logpath=" + directory.resolve("log"),
                "--logappend"));
        command.addAll(options);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("out").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Like kill -9. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops the process; its connections stay open. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    public String host() {
        return "127.0.0.1:" + port;
    }

    /** Makes it the first of a replica set; returns when the set has a primary. */
    void initiate(Document config) {
        await().until(() -> admin(new Document("replSetInitiate", config)).getDouble("ok") == 1);
        await().until(() -> {
            Document hello = admin(new Document("hello", 1));
            return hello.containsKey("primary") && !hello.getString("primary").isEmpty();
        });
    }

    /** Its own answer to a command. */
    Document admin(Document command) {
        String direct = "mongodb://" + host()
                + "/?directConnection=true&serverSelectionTimeoutMS=500&connectTimeoutMS=1000&socketTimeoutMS=5000";
        try (MongoClient client = MongoClients.create(direct)) {
            return client.getDatabase("admin").runCommand(command);
        }
    }

    static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptionsInstanceOf(MongoException.class);
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
