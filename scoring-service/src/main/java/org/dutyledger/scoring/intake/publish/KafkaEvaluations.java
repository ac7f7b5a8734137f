package org.dutyledger.scoring.intake.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.ScoringApplied;
import org.dutyledger.events.Topics;
import org.jspecify.annotations.Nullable;

/** Sends evaluations to the topic {@code evaluations}, which is created when there is none. One thread at a time. */
public final class KafkaEvaluations implements EvaluationPublisher, AutoCloseable {
    private static final long WAIT_SECONDS = 15;
    private final String bootstrap;
    private final EvaluationsTopic topic;
    private @Nullable KafkaProducer<@Nullable String, byte[]> producer;

    public KafkaEvaluations(String bootstrap, EvaluationsTopic topic) {
        this.bootstrap = bootstrap;
        this.topic = topic;
    }

    @Override
    public void publish(List<IndicatorEvaluated> evaluations, long applied) {
        KafkaProducer<@Nullable String, byte[]> open = producer();
        List<Future<?>> sent = new ArrayList<>();
        try {
            for (IndicatorEvaluated e : evaluations) {
                sent.add(open.send(record(
                        e.cycle() + "/" + e.indicator(),
                        CanonicalJson.bytes(e),
                        IndicatorEvaluated.TYPE,
                        e.position())));
            }
            byte[] watermark = CanonicalJson.bytes(new ScoringApplied(applied));
            sent.add(open.send(record(null, watermark, ScoringApplied.TYPE, applied)));
            open.flush();
            for (Future<?> one : sent) {
                wait(one);
            }
        } catch (RuntimeException e) {
            // an idempotent producer that failed once may not send on in order
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        KafkaProducer<@Nullable String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ofSeconds(1));
        }
    }

    private KafkaProducer<@Nullable String, byte[]> producer() {
        KafkaProducer<@Nullable String, byte[]> open = producer;
        if (open == null) {
            topic.identity();
            open = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrap,
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.COMPRESSION_TYPE_CONFIG,
                            "lz4",
                            ProducerConfig.LINGER_MS_CONFIG,
                            5,
                            ProducerConfig.BATCH_SIZE_CONFIG,
                            128 * 1024,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            5_000,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            12_000,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            5_000),
                    new StringSerializer(),
                    new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    private static ProducerRecord<@Nullable String, byte[]> record(
            @Nullable String key, byte[] value, String type, long position) {
        ProducerRecord<@Nullable String, byte[]> record = new ProducerRecord<>(Topics.EVALUATIONS, 0, key, value);
        record.headers().add(Topics.HEADER_TYPE, type.getBytes(StandardCharsets.UTF_8));
        record.headers().add(Topics.HEADER_POSITION, Long.toString(position).getBytes(StandardCharsets.UTF_8));
        return record;
    }

    static <T> T wait(Future<T> future) {
        try {
            return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not answer in " + WAIT_SECONDS + " s", e);
        }
    }
}
