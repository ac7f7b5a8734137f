package org.dutyledger.ledger.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records so that the topic never holds one without the one before.
 *
 * <p>The idempotent producer keeps order over its own retries. After a failed record it would continue with the next
 * ones; so the first failure closes it at once, in its own callback, before it can send another batch. Batches on the
 * wire at that time carry later sequence numbers and the broker refuses them, but only if it knows this producer: it
 * accepts any number from an unknown one. So the first record, also after a long pause, is sent alone.
 */
public final class OrderedSender implements AutoCloseable {
    /** Brokers forget an idle producer after a day at the earliest. */
    private static final long LONG_REST = TimeUnit.MINUTES.toNanos(10);

    private final Producer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private boolean known;
    private long lastSent;

    /**
     * A sender that has sent nothing yet.
     *
     * @param kafka client properties; what the order of records rests on cannot be overridden
     */
    public OrderedSender(Map<String, Object> kafka) {
        this(new KafkaProducer<>(config(kafka), new StringSerializer(), new ByteArraySerializer()));
    }

    OrderedSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    private static Map<String, Object> config(Map<String, Object> kafka) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 << 20); // the broker's limit counts, after compression
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        config.putAll(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        return config;
    }

    /** Sends all of them and waits until Kafka holds them; after an exception this sender is of no more use. */
    public void send(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        if (!known || System.nanoTime() - lastSent > LONG_REST) {
            sendAndWait(records.subList(0, 1));
            sendAndWait(records.subList(1, records.size()));
        } else {
            sendAndWait(records);
        }
        known = true;
        lastSent = System.nanoTime();
    }

    private void sendAndWait(List<ProducerRecord<String, byte[]>> records) {
        for (ProducerRecord<String, byte[]> record : records) {
            if (failure.get() != null) {
                break;
            }
            sendOne(record);
        }
        producer.flush();
        Exception first = failure.get();
        if (first != null) {
            throw new PublishException("Kafka does not accept records: " + first.getMessage(), first);
        }
    }

    private void sendOne(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record, this::done);
        } catch (IllegalStateException e) {
            failure.compareAndSet(null, e); // closed by the callback in the meantime
        }
    }

    private void done(@Nullable RecordMetadata stored, @Nullable Exception trouble) {
        if (trouble != null && failure.compareAndSet(null, trouble)) {
            producer.close(Duration.ZERO);
        }
    }

    /** Unacknowledged records are dropped: the next sender reads from the topic's end what was stored. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
