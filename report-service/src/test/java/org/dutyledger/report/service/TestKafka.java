package org.dutyledger.report.service;

import static java.util.Map.entry;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.ScoringApplied;
import org.dutyledger.events.Topics;
import org.dutyledger.follow.ChainedEvent;

/** Kafka's own broker in this JVM, with what the other services would send. */
final class TestKafka implements AutoCloseable {
    private final KafkaRaftServer server;
    final String bootstrap;
    private final KafkaProducer<byte[], byte[]> producer;

    TestKafka() throws Exception {
        Path directory = Files.createTempDirectory("report-kafka");
        int port = freePort();
        int controller = freePort();
        Properties p = new Properties();
        p.putAll(Map.ofEntries(
                entry("process.roles", "broker,controller"),
                entry("node.id", "1"),
                entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller),
                entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                entry("controller.listener.names", "CONTROLLER"),
                entry("inter.broker.listener.name", "PLAINTEXT"),
                entry("controller.quorum.voters", "1@127.0.0.1:" + controller),
                entry("log.dirs", directory.toString()),
                entry("offsets.topic.replication.factor", "1"),
                entry("auto.create.topics.enable", "false"),
                entry("log.cleaner.dedupe.buffer.size", "4194304"),
                entry("num.network.threads", "2"),
                entry("num.io.threads", "2")));
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .run();
        server = new KafkaRaftServer(KafkaConfig.fromProps(p, false), Time.SYSTEM);
        server.startup();
        bootstrap = "127.0.0.1:" + port;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Empties both topics. */
    void freshTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            for (String topic : admin.listTopics().names().get()) {
                admin.deleteTopics(List.of(topic)).all().get();
                org.awaitility.Awaitility.await()
                        .until(() -> !admin.listTopics().names().get().contains(topic));
            }
            List<NewTopic> topics = List.of(
                    new NewTopic(Topics.EVIDENCE, Optional.of(1), Optional.of((short) 1)),
                    new NewTopic(Topics.EVALUATIONS, Optional.of(1), Optional.of((short) 1)));
            admin.createTopics(topics).all().get();
        }
    }

    void delete(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.deleteTopics(List.of(topic)).all().get();
            org.awaitility.Awaitility.await()
                    .until(() -> !admin.listTopics().names().get().contains(topic));
        }
    }

    void create(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.of((short) 1))))
                    .all()
                    .get();
        }
    }

    void evidence(ChainedEvent event) throws Exception {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.EVIDENCE, 0, null, event.data());
        record.headers().add(header(Topics.HEADER_POSITION, Long.toString(event.position())));
        record.headers().add(header(Topics.HEADER_COMMIT_HASH, event.commitHash()));
        record.headers().add(header(Topics.HEADER_PREVIOUS_HASH, event.previousHash()));
        record.headers().add(header(Topics.HEADER_COMMIT, event.commit().toString()));
        producer.send(record).get();
    }

    void evaluated(Iterable<IndicatorEvaluated> evaluations, long appliedTo) throws Exception {
        for (IndicatorEvaluated e : evaluations) {
            scoring(IndicatorEvaluated.TYPE, CanonicalJson.bytes(e));
        }
        scoring(ScoringApplied.TYPE, CanonicalJson.bytes(new ScoringApplied(appliedTo)));
    }

    void scoring(String type, byte[] value) throws Exception {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.EVALUATIONS, 0, null, value);
        record.headers().add(header(Topics.HEADER_TYPE, type));
        producer.send(record).get();
    }

    @Override
    public void close() {
        producer.close();
        server.shutdown();
        server.awaitShutdown();
    }

    static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
