package org.dutyledger.report.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.dutyledger.events.UnknownEventTypeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition("evidence", 0);
    private final List<Long> applied = new CopyOnWriteArrayList<>();
    private final List<MockConsumer<byte[], byte[]>> consumers = new CopyOnWriteArrayList<>();
    private final AtomicInteger resumed = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile RuntimeException failure = new IllegalStateException("database away");
    private volatile long resumeAt = -1;
    private volatile long end = 4;
    private final TopicReader.Kafka kafka = new TopicReader.Kafka() {
        @Override
        public Consumer<byte[], byte[]> consumer() {
            return mock();
        }

        @Override
        public Optional<String> topicId(String topic) {
            return end < 0 ? Optional.empty() : Optional.of("id");
        }
    };
    private final TopicReader tail = new TopicReader("evidence", kafka, new TopicReader.Reader() {
        @Override
        public void resume() {
            resumed.incrementAndGet();
        }

        @Override
        public long offset(String topicId) {
            assertThat(topicId).isEqualTo("id");
            return resumeAt;
        }

        @Override
        public boolean overtaken() {
            return false;
        }

        @Override
        public void apply(List<ConsumerRecord<byte[], byte[]>> records) {
            if (failures.getAndDecrement() > 0) {
                throw failure;
            }
            records.forEach(r -> applied.add(r.offset()));
        }
    });

    @AfterEach
    void stop() {
        tail.stop();
    }

    @Test
    void withoutAPlace_readsFromTheBeginning() {
        tail.start();
        await().until(() -> applied.size() == 4);
        assertThat(applied).containsExactly(0L, 1L, 2L, 3L);
        assertThat(tail.isRunning()).isTrue();
    }

    @Test
    void withAPlace_continuesFromThere() {
        resumeAt = 2;
        tail.start();
        await().until(() -> applied.size() == 2);
        assertThat(applied).containsExactly(2L, 3L);
    }

    @Test
    void placeBehindTheEnd_isOfAnotherTopicOfThatName() {
        resumeAt = 9;
        tail.start();
        await().until(() -> applied.size() == 4);
        assertThat(applied.get(0)).isZero();
    }

    @Test
    void failure_isTriedAgainFromTheStoredPlace() {
        failures.set(2);
        tail.start();
        await().until(() -> applied.size() >= 4);
        assertThat(consumers).hasSizeGreaterThanOrEqualTo(3);
        assertThat(tail.stoppedBy()).isNull();
    }

    @Test
    void unknownEvent_stopsForGood() {
        failure = new UnknownEventTypeException("moon.landed.v9");
        failures.set(1);
        tail.start();
        await().until(() -> tail.stoppedBy() != null);
        assertThat(tail.stoppedBy()).contains("moon.landed.v9");
        assertThat(applied).isEmpty();
        await().untilAsserted(() -> assertThat(consumers.get(0).closed()).isTrue());
        assertThat(consumers).hasSize(1);
    }

    @Test
    void stopped_closesItsConsumer_andMayStartAgain() {
        tail.start();
        await().until(() -> applied.size() == 4);
        tail.stop();
        assertThat(tail.isRunning()).isFalse();
        assertThat(consumers.get(0).closed()).isTrue();
        tail.start();
        await().until(() -> applied.size() == 8);
    }

    @Test
    void missingTopic_isWaitedFor() {
        end = -1;
        tail.start();
        await().until(() -> consumers.size() >= 2);
        assertThat(resumed).as("applied positions are known without the topic").hasPositiveValue();
        assertThat(tail.waitsFor()).isEqualTo("there is no topic evidence");
        end = 4;
        await().until(() -> applied.size() == 4);
        assertThat(tail.waitsFor()).isNull();
    }

    private MockConsumer<byte[], byte[]> mock() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumers.add(consumer);
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        consumer.schedulePollTask(() -> {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (long offset = consumer.position(PARTITION); offset < end; offset++) {
                records.add(Records.of("evidence", offset, new byte[0], Map.of()));
            }
            records.forEach(consumer::addRecord);
        });
        return consumer;
    }
}
