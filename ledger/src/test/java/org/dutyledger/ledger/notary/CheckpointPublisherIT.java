package org.dutyledger.ledger.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.dutyledger.ledger.memory.MemoryCheckpoints;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.ledger.publish.KafkaBroker;
import org.dutyledger.ledger.publish.Lease;
import org.dutyledger.ledger.topic.TopicTail;
import org.dutyledger.ledger.topic.TopicUnusableException;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.SignedNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints against Kafka's own broker, one turn after the other. */
class CheckpointPublisherIT {
    @TempDir
    static Path directory;

    private static KafkaBroker broker;

    private final KeyPair keys = Ed25519Keys.generate();
    private final MemoryLedger ledger = new MemoryLedger();
    private final CheckpointHistory history = new MemoryCheckpoints();
    private final Office office = new Office(ledger, history, keys);
    private final String topic = "checkpoints-" + UUID.randomUUID();

    @BeforeAll
    static void startBroker() {
        broker = new KafkaBroker(directory);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    @Test
    void everyCheckpoint_isSentOnceInOrder_asSigned() {
        createTopic();
        CheckpointPublisher publisher = publisher(Lease.always());
        publisher.turn();
        List<SignedNote> signed = sign(3);
        publisher.turn();
        publisher.turn();
        signed.addAll(sign(2));
        publisher.turn();
        List<ConsumerRecord<String, String>> records = records(5);
        assertThat(records).extracting(ConsumerRecord::value).isEqualTo(formats(signed));
        assertThat(records).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(Office.ORIGIN);
            assertThat(TopicTail.header(record, "size"))
                    .isEqualTo(Long.toString(
                            Checkpoint.parse(SignedNote.parse(record.value()).text())
                                    .size()));
        });
        assertThat(publisher.alarm()).isEmpty();
    }

    /**
     * A process that ends after keeping a checkpoint, or in the middle of sending, leaves no record of its progress.
     */
    @Test
    void keptButUnpublishedCheckpoint_isSentByTheNextPublisher() {
        createTopic();
        List<SignedNote> signed = sign(2);
        publisher(Lease.always()).turn();
        signed.addAll(sign(3));
        publisher(Lease.always()).turn();
        publisher(Lease.always()).turn();
        assertThat(records(5)).extracting(ConsumerRecord::value).isEqualTo(formats(signed));
    }

    @Test
    void kafkaUnavailable_losesNothing() {
        createTopic();
        CheckpointPublisher publisher = publisher(Lease.always());
        List<SignedNote> signed = sign(1);
        publisher.turn();
        broker.stop();
        try {
            signed.addAll(sign(3)); // signing does not notice
            assertThatThrownBy(publisher::turn).isInstanceOf(RuntimeException.class);
            signed.addAll(sign(1));
        } finally {
            broker.start();
        }
        turnUntilSent(publisher);
        assertThat(records(5)).extracting(ConsumerRecord::value).isEqualTo(formats(signed));
        assertThat(publisher.alarm()).isEmpty();
    }

    @Test
    void withoutTheLease_nothingIsSent() {
        createTopic();
        sign(1);
        publisher(new Never()).turn();
        publisher(Lease.always()).turn();
        sign(1);
        publisher(new Never()).turn();
        assertThat(records(1)).hasSize(1);
    }

    @Test
    void cosignatures_thatCameLater_doNotDisturb() {
        createTopic();
        SignedNote note = sign(1).get(0);
        publisher(Lease.always()).turn();
        history.sign(
                1, new SignedNote.Signature("city", note.signatures().get(0).bytes()));
        sign(1);
        publisher(Lease.always()).turn();
        assertThat(records(2)).hasSize(2);
    }

    @Test
    void aTopicOfAnotherHistory_isNotContinued_andAlarms() {
        createTopic();
        sign(3);
        publisher(Lease.always()).turn();
        try (MemoryLedger rewritten = new MemoryLedger()) {
            CheckpointHistory emptied = new MemoryCheckpoints();
            for (int i = 0; i < 4; i++) {
                Office.append(rewritten, "t");
                new Office(rewritten, emptied, keys).checkpoint();
            }
            CheckpointPublisher publisher = new CheckpointPublisher(emptied, kafka(), topic, Lease.always());
            assertThatThrownBy(publisher::turn)
                    .isInstanceOf(TopicUnusableException.class)
                    .hasMessageContaining("3 events");
            assertThat(publisher.alarm()).isPresent();
            assertThat(records(3)).hasSize(3);
        }
    }

    private CheckpointPublisher publisher(Lease lease) {
        return new CheckpointPublisher(history, kafka(), topic, lease);
    }

    private void turnUntilSent(CheckpointPublisher publisher) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> {
                    publisher.turn();
                    return true;
                });
    }

    private List<SignedNote> sign(int count) {
        List<SignedNote> signed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Office.append(ledger, "t");
            signed.add(office.checkpoint());
        }
        return signed;
    }

    private void createTopic() {
        broker.createTopic(topic, 1, Map.of("retention.ms", "-1"));
    }

    /** Impatient, so that an absent broker is a failure within the test's time. */
    private Map<String, Object> kafka() {
        return Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "default.api.timeout.ms", "3000",
                "request.timeout.ms", "1500",
                "delivery.timeout.ms", "3000",
                "max.block.ms", "3000");
    }

    private List<ConsumerRecord<String, String>> records(int atLeast) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition only = new TopicPartition(topic, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= atLeast
                        && consumer.position(only)
                                == consumer.endOffsets(List.of(only)).get(only);
            });
        }
        return records;
    }

    private static List<String> formats(List<SignedNote> notes) {
        return notes.stream().map(SignedNote::format).toList();
    }

    private static final class Never implements Lease {
        @Override
        public boolean isHeld() {
            return false;
        }

        @Override
        public void close() {
            // there is nothing to give back
        }
    }
}
