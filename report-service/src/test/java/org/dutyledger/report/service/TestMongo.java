package org.dutyledger.report.service;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;

/** A MongoDB for tests: the fake in this JVM, or a real mongod where one is found. */
public interface TestMongo extends AutoCloseable {
    String uri();

    @Override
    void close();

    static TestMongo inMemory() {
        MongoServer server = new MongoServer(new MemoryBackend());
        String uri = server.bindAndGetConnectionString();
        return new Running(uri, server::shutdownNow);
    }

    /** A mongod named by MONGOD or found on PATH; empty when there is none and none is demanded. */
    static Optional<TestMongo> real() throws Exception {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            boolean required =
                    "true".equals(System.getenv("CI")) || "required".equals(System.getProperty("dutyledger.backends"));
            if (required) {
                throw new AssertionError("no mongod: set MONGOD or put it on PATH");
            }
            return Optional.empty();
        }
        Path data = Files.createTempDirectory("report-mongod");
        int port = TestKafka.freePort();
        Process process = new ProcessBuilder(
                        program.get().toString(),
                        "--dbpath",
                        data.toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind_ip",
                        "127.0.0.1",
                        "--replSet",
                        "one",
                        "--nounixsocket",
                        "--wiredTigerCacheSizeGB",
                        "0.25",
                        "--logpath",
                        data.resolve("log").toString())
                .start();
        String direct = "mongodb://127.0.0.1:" + port + "/?directConnection=true";
        try (MongoClient client = MongoClients.create(direct)) {
            Document member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
            client.getDatabase("admin")
                    .runCommand(new Document(
                            "replSetInitiate", new Document("_id", "one").append("members", List.of(member))));
            org.awaitility.Awaitility.await().until(() -> client.getDatabase("admin")
                    .runCommand(new Document("hello", 1))
                    .getBoolean("isWritablePrimary"));
        }
        return Optional.of(new Running("mongodb://127.0.0.1:" + port + "/?replicaSet=one", () -> end(process)));
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> program() throws IOException {
        String named = System.getenv("MONGOD");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv("PATH").split(":"))
                .map(d -> Path.of(d, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A server that runs. */
    record Running(String uri, Runnable end) implements TestMongo {
        @Override
        public void close() {
            end.run();
        }
    }
}
