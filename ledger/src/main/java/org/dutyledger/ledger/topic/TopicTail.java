package org.dutyledger.ledger.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Knows what a topic of one partition holds last. That is a publisher's only memory of how far it came. */
public final class TopicTail {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> config;
    private final TopicPartition partition;

    /** The tail of this topic. */
    public TopicTail(Map<String, Object> kafka, String topic) {
        this.partition = new TopicPartition(topic, 0);
        Map<String, Object> all = new HashMap<>(kafka);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        this.config = Map.copyOf(all);
    }

    /**
     * The last record, or null for a topic that never held one.
     *
     * @throws TopicUnusableException when the topic was emptied or has several partitions
     */
    public @Nullable ConsumerRecord<String, byte[]> read() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            requireOnePartition(consumer);
            List<TopicPartition> only = List.of(partition);
            consumer.assign(only);
            long end = consumer.endOffsets(only, PATIENCE).getOrDefault(partition, 0L);
            if (end == 0) {
                return null;
            }
            long start = consumer.beginningOffsets(only, PATIENCE).getOrDefault(partition, 0L);
            if (start == end) {
                throw new TopicUnusableException(partition.topic() + " was emptied: it held " + end
                        + " records and holds none. What it held last cannot be told any more; set retention.ms=-1, recreate"
                        + " the topic and let consumers begin anew");
            }
            consumer.seek(partition, end - 1);
            return last(consumer, end - 1);
        }
    }

    private void requireOnePartition(KafkaConsumer<?, ?> consumer) {
        int partitions = consumer.partitionsFor(partition.topic(), PATIENCE).size();
        if (partitions == 0) {
            throw new PublishException("there is no topic " + partition.topic(), null);
        }
        if (partitions > 1) {
            throw new TopicUnusableException(
                    partition.topic() + " has " + partitions + " partitions: order holds in one only");
        }
    }

    private ConsumerRecord<String, byte[]> last(KafkaConsumer<String, byte[]> consumer, long offset) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                return record;
            }
        }
        throw new PublishException("cannot read the last record of " + partition + " at offset " + offset, null);
    }

    /** A header's text, or null when there is none. */
    public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
