package org.dutyledger.benchmarks.suite;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.dutyledger.benchmarks.ledger.RawLoops;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.publish.EvidencePublisher;
import org.dutyledger.ledger.publish.Lease;
import org.dutyledger.ledger.publish.PublisherSettings;

/** The publisher with a whole ledger before it and an empty topic, against reading alone and producing alone. */
final class Publishing {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final String kafka;
    private final Ledger ledger;
    private final MongoDatabase database;

    Publishing(String kafka, Ledger ledger, MongoDatabase database) {
        this.kafka = kafka;
        this.ledger = ledger;
        this.database = database;
    }

    /** Events a second from the start of the publisher, its look at the topic included, to the last acknowledgement. */
    double publisher(String topic) throws ExecutionException, InterruptedException {
        create(topic);
        long size = ledger.size();
        try (EvidencePublisher publisher =
                new EvidencePublisher(ledger, PublisherSettings.of(kafka, topic), Lease.always())) {
            long start = System.nanoTime();
            publisher.start();
            while (publisher.health().published() < size - 1) {
                if (System.nanoTime() - start > TIMEOUT.toNanos()) {
                    throw new IllegalStateException("publishing does not end: " + publisher.health());
                }
                LockSupport.parkNanos(1_000_000);
            }
            return size / ((System.nanoTime() - start) / 1e9);
        }
    }

    /** Events a second of reading the log with the plain driver, pages as large as the publisher's. */
    double find() {
        return RawLoops.readAll(database.getCollection("log", Document.class), 512);
    }

    /** Events a second of a plain producer with the publisher's settings; records are made before the clock starts. */
    double produce(String topic) throws ExecutionException, InterruptedException {
        create(topic);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        long next = 0;
        for (List<StoredCommit> page = ledger.read(0, 1000); !page.isEmpty(); page = ledger.read(next, 1000)) {
            for (StoredCommit commit : page) {
                commit.events().forEach(event -> records.add(record(topic, commit, event)));
                next = commit.nextPosition();
            }
        }
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                5,
                "batch.size",
                128 * 1024,
                "compression.type",
                "lz4");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            long start = System.nanoTime();
            records.forEach(producer::send);
            producer.flush();
            return records.size() / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static ProducerRecord<String, byte[]> record(String topic, StoredCommit commit, StoredEvent event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, 0, event.stream(), event.data());
        String hash = java.util.HexFormat.of().formatHex(commit.hash());
        Map<String, String> headers = Map.of(
                "position",
                Long.toString(event.position()),
                "commit-hash",
                hash,
                "prev-hash",
                hash,
                "commit",
                commit.id().toString(),
                "type",
                event.type());
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private void create(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            NewTopic wanted =
                    new NewTopic(topic, Optional.of(1), Optional.empty()).configs(Map.of("retention.ms", "-1"));
            admin.createTopics(List.of(wanted)).all().get();
        }
    }
}
