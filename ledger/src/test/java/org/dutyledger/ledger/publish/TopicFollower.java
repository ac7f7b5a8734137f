package org.dutyledger.ledger.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.dutyledger.ledger.topic.TopicTail;

/** A consumer as the agreement wants it: takes last + 1, drops what is lower, cries at what is higher. */
final class TopicFollower implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> taken = new ArrayList<>();
    private int dropped;

    TopicFollower(String bootstrapServers, String topic) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** Reads what has come; the number of events taken so far. */
    int poll() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            long position = Long.parseLong(text(record, "position"));
            if (position > taken.size()) {
                throw new AssertionError(
                        "gap: " + position + " at offset " + record.offset() + " follows " + (taken.size() - 1));
            }
            if (position < taken.size()) {
                dropped++;
            } else {
                taken.add(record);
            }
        }
        return taken.size();
    }

    List<ConsumerRecord<String, byte[]>> taken() {
        return taken;
    }

    int dropped() {
        return dropped;
    }

    static String text(ConsumerRecord<?, ?> record, String header) {
        return java.util.Objects.requireNonNull(TopicTail.header(record, header));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
