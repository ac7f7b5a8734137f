package org.dutyledger.ledger.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.ledger.publish.PublisherHealth.State;
import org.dutyledger.ledger.topic.OrderedSender;
import org.dutyledger.ledger.topic.PublishException;
import org.dutyledger.ledger.topic.TopicTail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults of Kafka: unavailable, back again, refusing, emptied, of another suite. */
class PublisherTroubleIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final MemoryLedger ledger = new MemoryLedger();
    private final String topic = "evidence-" + UUID.randomUUID();
    private KafkaBroker broker;

    @BeforeEach
    void startBroker() {
        broker = new KafkaBroker(directory);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
        ledger.close();
    }

    @Test
    void brokerRestartInTheMiddle_losesNothing() {
        createTopic(Map.of());
        Events.append(ledger, 200);
        try (EvidencePublisher publisher = start()) {
            await().atMost(LIMIT).until(() -> publisher.lag() == 0);
            broker.stop();
            Events.append(ledger, 300);
            publisher.wake();
            await().atMost(LIMIT).until(() -> publisher.health().state() == State.RETRYING);
            Events.append(ledger, 300); // appending does not wait for Kafka
            assertThat(publisher.lag()).isGreaterThanOrEqualTo(300);
            broker.start();
            awaitEverything(publisher);
            assertThat(publisher.health().problem()).isNull();
        }
    }

    @Test
    void missingTopic_isWaitedFor() {
        Events.append(ledger, 10);
        try (EvidencePublisher publisher = start()) {
            await().atMost(LIMIT).until(() -> publisher.health().problem() != null);
            createTopic(Map.of());
            awaitEverything(publisher);
        }
    }

    @Test
    void refusedRecord_leavesNoGapBehind() throws Exception {
        createTopic(Map.of("max.message.bytes", "20000", "compression.type", "uncompressed"));
        Events.append(ledger, 300);
        Events.appendCommit(ledger, 1, 30_000);
        for (int i = 0; i < 200; i++) {
            Events.appendCommit(ledger, 1, 5_000); // batches of their own, ready to overtake
        }
        try (EvidencePublisher publisher = start(uncompressed());
                TopicFollower follower = new TopicFollower(broker.bootstrapServers(), topic)) {
            await().atMost(LIMIT).until(() -> publisher.health().problem() != null);
            await().atMost(LIMIT).until(() -> follower.poll() > 0);
            await().during(Duration.ofSeconds(2)).atMost(LIMIT).until(() -> follower.poll() <= 302);
            allowLargeRecords();
            awaitEverything(publisher);
        }
    }

    private void allowLargeRecords() throws Exception {
        try (Admin admin = broker.admin()) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            AlterConfigOp raise =
                    new AlterConfigOp(new ConfigEntry("max.message.bytes", "1000000"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(raise)))
                    .all()
                    .get();
        }
    }

    @Test
    void emptiedTopic_stopsThePublisher() throws Exception {
        createTopic(Map.of());
        Events.append(ledger, 10);
        try (EvidencePublisher publisher = start()) {
            await().atMost(LIMIT).until(() -> publisher.lag() == 0);
        }
        try (Admin admin = broker.admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(-1)))
                    .all()
                    .get();
        }
        assertStops("was emptied");
    }

    @Test
    void topicOfAnotherLedger_stopsThePublisher() {
        createTopic(Map.of());
        try (MemoryLedger other = new MemoryLedger();
                EvidencePublisher publisher = new EvidencePublisher(other, settings(Map.of()), Lease.always())) {
            Events.append(other, 10);
            publisher.start();
            await().atMost(LIMIT).until(() -> publisher.lag() == 0);
        }
        Events.append(ledger, 20);
        assertStops("another ledger");
    }

    @Test
    void topicThatIsAheadOfTheLedger_isNotContinued() {
        createTopic(Map.of());
        try (OrderedSender sender = new OrderedSender(settings(Map.of()).kafka());
                MemoryLedger longer = new MemoryLedger()) {
            Events.append(longer, 3);
            longer.read(0, 9)
                    .forEach(commit ->
                            sender.send(EvidenceRecords.of(commit, 0, topic).toList()));
        }
        try (EvidencePublisher publisher = start()) {
            await().atMost(LIMIT).until(() -> publisher.health().problem() != null);
            assertThat(publisher.health().problem()).contains("which the ledger does not hold");
        }
    }

    @Test
    void closing_endsTheThread_alsoWhileKafkaIsUnavailable() {
        Events.append(ledger, 10);
        EvidencePublisher publisher = start();
        await().atMost(LIMIT).until(() -> publisher.health().problem() != null);
        broker.stop();
        publisher.close();
        assertThat(publisher.health().state()).isEqualTo(State.CLOSED);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("evidence-publisher");
        broker.start(); // to be closed like the others
    }

    @Test
    void foreignRecord_stopsThePublisher() {
        createTopic(Map.of());
        try (OrderedSender sender = new OrderedSender(settings(Map.of()).kafka())) {
            sender.send(List.of(new ProducerRecord<>(topic, 0, "key", new byte[0])));
        }
        assertStops("no ledger has sent");
    }

    @Test
    void forgedRecordsAtTheEnd_arePassedOver() {
        createTopic(Map.of());
        Events.append(ledger, 10);
        try (EvidencePublisher publisher = start()) {
            await().atMost(LIMIT).until(() -> publisher.lag() == 0);
        }
        long end = ledger.size();
        try (OrderedSender sender = new OrderedSender(settings(Map.of()).kafka());
                MemoryLedger other = new MemoryLedger()) {
            Events.append(other, (int) end + 2);
            List<ProducerRecord<String, byte[]>> forged = new ArrayList<>();
            ledger.read(end - 1, 1).forEach(commit -> EvidenceRecords.of(commit, end - 1, topic)
                    .forEach(record -> {
                        record.headers()
                                .remove(EvidenceRecords.POSITION)
                                .add(
                                        EvidenceRecords.POSITION,
                                        Long.toString(end).getBytes(UTF_8));
                        forged.add(record);
                    }));
            other.read(end - 1, 9).forEach(commit -> EvidenceRecords.of(commit, end - 1, topic)
                    .forEach(forged::add));
            forged.add(new ProducerRecord<>(topic, 0, "key", "{".getBytes(UTF_8)));
            sender.send(forged);
        }
        Events.append(ledger, 10);
        try (EvidencePublisher publisher = start()) {
            await().atMost(LIMIT).until(() -> publisher.lag() == 0);
            assertThat(publisher.health().state()).isEqualTo(State.PUBLISHING);
        }
        assertThat(new TopicTail(settings(Map.of()).kafka(), topic).read(10))
                .hasSize(10)
                .allSatisfy(record -> assertThat(record.value())
                        .isEqualTo(ledger.find(EvidenceRecords.position(record))
                                .orElseThrow()
                                .data()));
    }

    @Test
    void secondPartition_stopsThePublisher() {
        broker.createTopic(topic, 2, Map.of());
        assertStops("2 partitions");
    }

    @Test
    void aRivalOfAnotherCluster_stopsThePublisher() {
        Lease rivalled = new Lease() {
            @Override
            public boolean isHeld() {
                throw new RivalClusterException("instance", "1@host", "other-cluster");
            }

            @Override
            public void close() {}
        };
        try (EvidencePublisher publisher = new EvidencePublisher(ledger, settings(Map.of()), rivalled)) {
            publisher.start();
            await().atMost(LIMIT).until(() -> publisher.health().state() == State.STOPPED);
            assertThat(publisher.health().problem()).contains("another suite", "1@host", "other-cluster");
        }
    }

    @Test
    void clusterId_isAskedUntilItIsKnown() {
        KafkaCluster cluster = new KafkaCluster(settings(Map.of()).kafka());
        broker.stop();
        assertThatThrownBy(cluster::get).isInstanceOf(PublishException.class).hasMessageContaining("does not answer");
        broker.start();
        await().atMost(LIMIT).ignoreExceptions().until(() -> !cluster.get().isEmpty());
        String id = cluster.get();
        assertThat(new KafkaCluster(settings(Map.of()).kafka()).get()).isEqualTo(id);
        broker.stop();
        assertThat(cluster.get()).isEqualTo(id);
        broker.start(); // to be closed like the others
    }

    private void assertStops(String reason) {
        try (EvidencePublisher publisher = start()) {
            await().atMost(LIMIT).until(() -> publisher.health().state() == State.STOPPED);
            assertThat(publisher.health().problem()).contains(reason);
        }
    }

    private void createTopic(Map<String, String> config) {
        broker.createTopic(topic, 1, config);
    }

    private EvidencePublisher start() {
        return start(Map.of());
    }

    private EvidencePublisher start(Map<String, Object> more) {
        EvidencePublisher publisher = new EvidencePublisher(ledger, settings(more), Lease.always());
        publisher.start();
        return publisher;
    }

    /** Impatient, so that an absent broker is a failure within the test's time. */
    private PublisherSettings settings(Map<String, Object> more) {
        Map<String, Object> kafka = new HashMap<>(Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "delivery.timeout.ms", 2000,
                "request.timeout.ms", 1000,
                "max.block.ms", 1000,
                "reconnect.backoff.max.ms", 200,
                "linger.ms", 0));
        kafka.putAll(more);
        return new PublisherSettings(kafka, topic, Duration.ofMillis(20), Duration.ofMillis(500));
    }

    private static Map<String, Object> uncompressed() {
        return Map.of("compression.type", "none", "batch.size", 8000);
    }

    private void awaitEverything(EvidencePublisher publisher) {
        await().atMost(LIMIT).until(() -> publisher.lag() == 0);
        try (TopicFollower follower = new TopicFollower(broker.bootstrapServers(), topic)) {
            await().atMost(LIMIT).until(() -> follower.poll() == ledger.size());
        }
    }
}
