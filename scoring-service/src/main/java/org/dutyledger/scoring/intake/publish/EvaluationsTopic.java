package org.dutyledger.scoring.intake.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.MalformedEventException;
import org.dutyledger.events.ScoringApplied;
import org.dutyledger.events.Topics;

/** The topic {@code evaluations} itself: which one it is, and how far it was filled. */
public final class EvaluationsTopic {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.EVALUATIONS, 0);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LOOKED_THROUGH = 200;

    private final String bootstrap;
    private final short replication;

    /** @param replication replication factor of the topic, used only when it is created */
    public EvaluationsTopic(String bootstrap, short replication) {
        this.bootstrap = bootstrap;
        this.replication = replication;
    }

    /**
     * The id that Kafka gave the topic, another one after it was deleted or Kafka's data was lost. Creates a missing
     * topic, since the broker creates none by itself.
     */
    public String identity() {
        NewTopic topic = new NewTopic(Topics.EVALUATIONS, Optional.of(1), Optional.of(replication))
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000))) {
            try {
                return KafkaEvaluations.wait(admin.createTopics(List.of(topic)).topicId(Topics.EVALUATIONS))
                        .toString();
            } catch (TopicExistsException e) {
                TopicDescription found = KafkaEvaluations.wait(admin.describeTopics(List.of(Topics.EVALUATIONS))
                                .allTopicNames())
                        .get(Topics.EVALUATIONS);
                return Objects.requireNonNull(found, Topics.EVALUATIONS)
                        .topicId()
                        .toString();
            }
        }
    }

    /** Position of the last watermark among the last records, -1 when there is none. */
    public long watermark() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> only = List.of(PARTITION);
            consumer.assign(only);
            long begin = consumer.beginningOffsets(only, ANSWER).getOrDefault(PARTITION, 0L);
            long end = consumer.endOffsets(only, ANSWER).getOrDefault(PARTITION, 0L);
            consumer.seek(PARTITION, Math.max(begin, end - LOOKED_THROUGH));
            long found = -1;
            long deadline = System.nanoTime() + ANSWER.toNanos();
            while (consumer.position(PARTITION, ANSWER) < end && System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    found = Math.max(found, position(record));
                }
            }
            return found;
        }
    }

    private static long position(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(Topics.HEADER_TYPE);
        if (type == null
                || record.value() == null
                || !ScoringApplied.TYPE.equals(new String(type.value(), StandardCharsets.UTF_8))) {
            return -1;
        }
        try {
            return CanonicalJson.read(record.value(), ScoringApplied.class).position();
        } catch (MalformedEventException e) {
            return -1;
        }
    }
}
