package org.dutyledger.ledger.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
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

/** Reads the last records of a topic of one partition, the only record of a publisher's progress. */
public final class TopicTail {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, Object> config;
    private final TopicPartition partition;

    /** The tail of this topic. */
    public TopicTail(Map<String, Object> kafka, String topic) {
        this.partition = new TopicPartition(topic, 0);
        Map<String, Object> all = new HashMap<>(kafka);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        this.config = Map.copyOf(all);
    }

    /**
     * The last record, or null for a topic that never held one.
     *
     * @throws TopicUnusableException when the topic was emptied or has several partitions
     */
    public @Nullable ConsumerRecord<String, byte[]> read() {
        List<ConsumerRecord<String, byte[]>> last = read(1);
        return last.isEmpty() ? null : last.get(last.size() - 1);
    }

    /**
     * The last records in order, at most {@code count} and at least the last; none for a topic that never held one.
     *
     * @throws TopicUnusableException as {@link #read()}
     */
    public List<ConsumerRecord<String, byte[]>> read(int count) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            requireOnePartition(consumer);
            List<TopicPartition> only = List.of(partition);
            consumer.assign(only);
            long end = consumer.endOffsets(only, TIMEOUT).getOrDefault(partition, 0L);
            if (end == 0) {
                return List.of();
            }
            long start = consumer.beginningOffsets(only, TIMEOUT).getOrDefault(partition, 0L);
            if (start == end) {
                throw new TopicUnusableException(partition.topic() + " was emptied: it held " + end
                        + " records and holds none. Its last record is unknown; set retention.ms=-1, recreate"
                        + " the topic and let consumers start again from the beginning");
            }
            consumer.seek(partition, Math.max(start, end - count));
            return upTo(consumer, end);
        }
    }

    private void requireOnePartition(KafkaConsumer<?, ?> consumer) {
        int partitions = consumer.partitionsFor(partition.topic(), TIMEOUT).size();
        if (partitions == 0) {
            throw new PublishException("there is no topic " + partition.topic(), null);
        }
        if (partitions > 1) {
            throw new TopicUnusableException(
                    partition.topic() + " has " + partitions + " partitions: order holds in one only");
        }
    }

    private List<ConsumerRecord<String, byte[]>> upTo(KafkaConsumer<String, byte[]> consumer, long end) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            if (consumer.position(partition) >= end && !found.isEmpty()) {
                return found;
            }
        }
        throw new PublishException("cannot read the last record of " + partition + " before offset " + end, null);
    }

    /** Topic, partition and offset of a record, for example {@code evidence/0/17}. */
    public static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    /** A header's text, or null when there is none. */
    public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
