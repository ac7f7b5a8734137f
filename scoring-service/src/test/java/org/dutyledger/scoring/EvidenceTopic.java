package org.dutyledger.scoring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.dutyledger.events.Topics;
import org.dutyledger.follow.ChainedEvent;

/** Publishes a test ledger as submission-service does, or faulty records; and reads scoring's evaluations. */
final class EvidenceTopic implements AutoCloseable {
    private final String broker;
    private final TestLedger ledger;
    private final KafkaProducer<byte[], byte[]> producer;

    EvidenceTopic(String broker, TestLedger ledger) throws Exception {
        this.broker = broker;
        this.ledger = ledger;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(Topics.EVIDENCE, Optional.of(1), Optional.of((short) 1))))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends the events from one position up to, but without, another. */
    void send(long from, long until) {
        ledger.chained(from, (int) (until - from)).forEach(this::send);
        producer.flush();
    }

    /** Sends any record, like another writer of the topic. */
    void forge(ChainedEvent event) {
        send(event);
        producer.flush();
    }

    /** Sends a record that is not of the ledger. */
    void garbage(String topic) {
        producer.send(new ProducerRecord<>(topic, 0, null, "{".getBytes(StandardCharsets.UTF_8)));
        producer.flush();
    }

    private void send(ChainedEvent event) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.EVIDENCE, 0, null, event.data());
        headers(event).forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    /** The headers that the ledger's publisher sends with an event. */
    static Map<String, String> headers(ChainedEvent event) {
        return Map.of(
                Topics.HEADER_POSITION,
                Long.toString(event.position()),
                Topics.HEADER_COMMIT_HASH,
                event.commitHash(),
                Topics.HEADER_PREVIOUS_HASH,
                event.previousHash(),
                Topics.HEADER_COMMIT,
                event.commit().toString());
    }

    /** Everything on the topic {@code evaluations}. */
    List<ConsumerRecord<String, byte[]>> evaluations() {
        TopicPartition partition = new TopicPartition(Topics.EVALUATIONS, 0);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
