package org.dutyledger.ledger.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.ledger.publish.PublisherHealth.State;
import org.dutyledger.ledger.topic.OrderedSender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The publisher against Kafka's own broker. */
class EvidencePublisherIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    private static KafkaBroker broker;

    private final MemoryLedger ledger = new MemoryLedger();
    private final String topic = "evidence-" + UUID.randomUUID();

    @BeforeAll
    static void startBroker() {
        broker = new KafkaBroker(directory);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopic() {
        broker.createTopic(topic, 1, Map.of("retention.ms", "-1"));
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    @Test
    void everyEvent_isSentOnceInPositionOrder_asStored() {
        Events.append(ledger, 700);
        try (EvidencePublisher publisher = start();
                TopicFollower follower = follow()) {
            awaitAll(follower);
            Events.append(ledger, 50);
            publisher.wake();
            awaitAll(follower);
            await().atMost(LIMIT).until(() -> publisher.lag() == 0);
            assertThat(publisher.health()).isEqualTo(new PublisherHealth(State.PUBLISHING, ledger.size() - 1, null));
            assertThat(follower.dropped()).isZero();
            assertStored(follower.taken());
        }
    }

    private void assertStored(List<ConsumerRecord<String, byte[]>> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            StoredCommit commit = ledger.read(record.offset(), 1).get(0);
            StoredEvent event = commit.events().get((int) (record.offset() - commit.position()));
            assertThat(TopicFollower.text(record, "position")).isEqualTo(Long.toString(event.position()));
            assertThat(record.key()).isEqualTo(event.stream());
            assertThat(record.value()).isEqualTo(event.data());
            assertThat(TopicFollower.text(record, "type")).isEqualTo(event.type());
            assertThat(TopicFollower.text(record, "commit"))
                    .isEqualTo(commit.id().toString());
            assertThat(TopicFollower.text(record, "commit-hash")).isEqualTo(EvidenceRecords.hex(commit.hash()));
            assertThat(TopicFollower.text(record, "prev-hash")).isEqualTo(EvidenceRecords.hex(commit.previousHash()));
        }
    }

    @Test
    void nextPublisher_continuesAfterTheTopicsEnd_alsoInsideACommit() {
        Events.append(ledger, 100);
        try (EvidencePublisher first = start()) {
            await().atMost(LIMIT).until(() -> first.lag() == 0);
        }
        sendHalfACommit();
        Events.append(ledger, 100);
        try (EvidencePublisher second = start();
                TopicFollower follower = follow()) {
            awaitAll(follower);
            assertThat(follower.dropped()).isZero();
            assertThat(second.lag()).isZero();
        }
    }

    /** What a crash between two batches leaves behind. */
    private void sendHalfACommit() {
        long next = ledger.size();
        Events.appendCommit(ledger, 5, 20);
        try (OrderedSender sender = new OrderedSender(settings().kafka())) {
            sender.send(EvidenceRecords.of(ledger.read(next, 1).get(0), next, topic)
                    .limit(2)
                    .toList());
        }
    }

    @Test
    void publisherThatEndsAgainAndAgain_leavesNoGap() {
        try (TopicFollower follower = follow()) {
            for (int round = 1; round <= 8; round++) {
                Events.append(ledger, 400);
                int some = round * 150;
                try (EvidencePublisher publisher = start()) {
                    await().atMost(LIMIT)
                            .pollInterval(Duration.ofMillis(1))
                            .until(() -> publisher.health().published() >= some);
                } // in the middle of its work: close() waits for nothing that is on its way
                follower.poll();
            }
            try (EvidencePublisher last = start()) {
                awaitAll(follower);
                assertThat(last.health().problem()).isNull();
            }
        }
    }

    @Test
    void twoPublishersAtOnce_makeDuplicatesAtMost() {
        Events.append(ledger, 300);
        try (EvidencePublisher one = start();
                EvidencePublisher two = start();
                TopicFollower follower = follow()) {
            for (int round = 0; round < 20; round++) {
                Events.append(ledger, 20);
                one.wake();
                two.wake();
                follower.poll();
            }
            awaitAll(follower);
            await().atMost(LIMIT).until(() -> one.lag() == 0 && two.lag() == 0);
            assertThat(follower.poll()).isEqualTo((int) ledger.size());
        }
    }

    @Test
    void publisherOnStandby_takesOver() {
        TestLease leaseOfOne = new TestLease(true);
        TestLease leaseOfTwo = new TestLease(false);
        Events.append(ledger, 10);
        try (EvidencePublisher one = started(leaseOfOne);
                EvidencePublisher two = started(leaseOfTwo);
                TopicFollower follower = follow()) {
            awaitAll(follower);
            assertThat(two.health().state()).isIn(State.STANDBY, State.STARTING);
            leaseOfOne.held = false;
            await().atMost(LIMIT).until(() -> one.health().state() == State.STANDBY);
            leaseOfTwo.held = true;
            Events.append(ledger, 10);
            awaitAll(follower);
            assertThat(follower.dropped()).isZero();
        }
        assertThat(leaseOfTwo.closed).isTrue();
    }

    private static final class TestLease implements Lease {
        private volatile boolean held;
        private volatile boolean closed;

        TestLease(boolean held) {
            this.held = held;
        }

        @Override
        public boolean isHeld() {
            return held;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private EvidencePublisher start() {
        return started(Lease.always());
    }

    private EvidencePublisher started(Lease lease) {
        EvidencePublisher publisher = new EvidencePublisher(ledger, settings(), lease);
        publisher.start();
        return publisher;
    }

    private PublisherSettings settings() {
        return PublisherSettings.of(broker.bootstrapServers(), topic);
    }

    private TopicFollower follow() {
        return new TopicFollower(broker.bootstrapServers(), topic);
    }

    private void awaitAll(TopicFollower follower) {
        await().atMost(LIMIT).until(() -> follower.poll() == ledger.size());
    }
}
