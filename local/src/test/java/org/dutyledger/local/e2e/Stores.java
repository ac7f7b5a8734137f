package org.dutyledger.local.e2e;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.AppInfoParser;
import org.awaitility.Awaitility;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.backend.EmbeddedKafka;
import org.dutyledger.local.machine.Executables;
import org.dutyledger.local.machine.FreePort;
import org.dutyledger.local.mongo.MongodProcess;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * A real MongoDB and a real Kafka outside this JVM: a mongod and a broker as processes, or containers where there is no
 * mongod but a Docker engine that answers.
 */
record Stores(String mongodbUri, String bootstrapServers, String description, List<AutoCloseable> parts)
        implements AutoCloseable {

    static Stores start(Path directory) throws IOException {
        if (Executables.mongod().isEmpty() && DockerClientFactory.instance().isDockerAvailable()) {
            return containers();
        }
        return processes(RealBackends.mongod(), directory);
    }

    @Override
    public void close() throws Exception {
        for (int i = parts.size() - 1; i >= 0; i--) {
            parts.get(i).close();
        }
    }

    private static Stores containers() {
        MongoDBContainer mongo = new MongoDBContainer("mongo:7.0").withReplicaSet();
        KafkaContainer kafka =
                new KafkaContainer("apache/kafka:4.2.0").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        mongo.start();
        kafka.start();
        return new Stores(
                mongo.getReplicaSetUrl(),
                kafka.getBootstrapServers(),
                "MongoDB container " + mongo.getDockerImageName() + "\nKafka container " + kafka.getDockerImageName(),
                List.of(mongo, kafka));
    }

    private static Stores processes(Path mongod, Path directory) throws IOException {
        MongodProcess mongo = MongodProcess.start(mongod, directory.resolve("mongod"));
        int port = FreePort.any();
        ChildJvm kafka = broker(Files.createDirectories(directory.resolve("kafka")), port);
        String address = "127.0.0.1:" + port;
        Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> answers(address));
        return new Stores(
                mongo.uri(),
                address,
                mongo.description() + "\nKafka " + AppInfoParser.getVersion() + ", broker in a process of its own, "
                        + address,
                List.of(mongo, kafka));
    }

    private static ChildJvm broker(Path directory, int port) throws IOException {
        Properties settings = EmbeddedKafka.settings(directory, port, FreePort.any());
        Path file = directory.resolveSibling("broker.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        try {
            EmbeddedKafka.format(directory);
        } catch (Exception e) {
            throw new IOException(e);
        }
        return ChildJvm.start(
                directory.resolveSibling("broker.out"), Map.of(), ChildJvm.main("kafka.Kafka", file.toString()));
    }

    private static boolean answers(String address) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        }
    }
}
