package org.dutyledger.scoring;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.springframework.util.FileSystemUtils;

/** The MongoDB servers that tests run on. */
final class Backends {
    private Backends() {}

    /** A server to connect to, and how to end it. */
    record Mongo(String uri, AutoCloseable server) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            server.close();
        }
    }

    static Mongo inMemory() {
        MongoServer server = new MongoServer(new MemoryBackend());
        return new Mongo(server.bindAndGetConnectionString(), server::shutdownNow);
    }

    /** A real mongod as a replica set of one; skips the test where there is none, unless backends are required. */
    static Mongo mongod(Path directory) throws Exception {
        String binary = binary();
        boolean required =
                "true".equals(System.getenv("CI")) || "required".equals(System.getProperty("dutyledger.backends"));
        if (binary == null && required) {
            Assertions.fail("real MongoDB is required here: set MONGOD or put mongod on PATH");
        }
        Assumptions.assumeTrue(binary != null, "no real MongoDB: set MONGOD or put mongod on PATH");
        int port = freePort();
        Process process = new ProcessBuilder(List.of(
                        binary,
                        "--dbpath",
                        directory.toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind_ip",
                        "127.0.0.1",
                        "--replSet",
                        "one",
                        "--nounixsocket",
                        "--wiredTigerCacheSizeGB",
                        "0.25"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        initiate(port);
        System.out.println("MongoDB: " + binary + " on port " + port);
        return new Mongo("mongodb://127.0.0.1:" + port + "/?replicaSet=one", () -> {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
            FileSystemUtils.deleteRecursively(directory);
        });
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void initiate(int port) {
        try (MongoClient direct = MongoClients.create("mongodb://127.0.0.1:" + port + "/?directConnection=true")) {
            Document members = new Document("_id", 0).append("host", "127.0.0.1:" + port);
            direct.getDatabase("admin")
                    .runCommand(new Document(
                            "replSetInitiate", new Document("_id", "one").append("members", List.of(members))));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> direct.getDatabase("admin")
                    .runCommand(new Document("hello", 1))
                    .getBoolean("isWritablePrimary", false));
        }
    }

    private static String binary() {
        String named = System.getenv("MONGOD");
        if (named != null && Files.isExecutable(Path.of(named))) {
            return named;
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(directory -> Path.of(directory, "mongod"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }
}
