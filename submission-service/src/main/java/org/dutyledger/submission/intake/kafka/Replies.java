package org.dutyledger.submission.intake.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.dutyledger.events.Topics;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.intake.SubmissionAnswer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the outcome of a record, under the record's own key, with its headers {@code correlation-id} and
 * {@code kafka_correlationId} unchanged. Returns only when Kafka has acknowledged it.
 */
final class Replies {
    static final String STATUS = "status";
    static final String SOURCE = "inbound";
    static final String REASON = "reason";
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaOperations<byte[], byte[]> kafka;

    Replies(KafkaOperations<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    void receipt(ConsumerRecord<byte[], byte[]> to, SubmissionAnswer answer) {
        byte[] receipt = JSON.writeValueAsBytes(answer);
        reply(to, answer.wasStoredNow() ? 201 : 200, "receipt", receipt, receipt);
    }

    /** The same fields as an HTTP problem detail. */
    void problem(ConsumerRecord<byte[], byte[]> to, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:dutyledger:problem:" + problem.code());
        body.put("title", problem.code());
        body.put("status", problem.status());
        body.put("detail", String.valueOf(problem.getMessage()));
        body.put("code", problem.code());
        body.put("items", problem.items());
        body.put("instance", place(to));
        byte[] whole = JSON.writeValueAsBytes(body);
        body.put("items", List.of());
        reply(to, problem.status(), "problem", whole, JSON.writeValueAsBytes(body));
    }

    /** Puts a record aside, with its own key, value and headers and the reason; for one too large, only its place. */
    void dead(ConsumerRecord<byte[], byte[]> record, Problem why) {
        ProducerRecord<byte[], byte[]> whole =
                new ProducerRecord<>(Topics.INBOUND_DEAD, null, record.key(), record.value(), record.headers());
        if (!tookIt(reasoned(whole, record, why))) {
            send(reasoned(new ProducerRecord<>(Topics.INBOUND_DEAD, null), record, why));
        }
    }

    private static ProducerRecord<byte[], byte[]> reasoned(
            ProducerRecord<byte[], byte[]> dead, ConsumerRecord<byte[], byte[]> record, Problem why) {
        dead.headers().add(SOURCE, utf8(place(record)));
        dead.headers().add(REASON, utf8(why.code() + ": " + why.getMessage()));
        return dead;
    }

    /** An answer that is too large with the record's own key and headers is sent without them, and shorter. */
    private void reply(ConsumerRecord<byte[], byte[]> to, int status, String type, byte[] value, byte[] shorter) {
        ProducerRecord<byte[], byte[]> reply =
                outcome(new ProducerRecord<>(Topics.REPLIES, to.key(), value), to, status, type);
        for (String name : new String[] {"correlation-id", "kafka_correlationId"}) {
            Header correlation = to.headers().lastHeader(name);
            if (correlation != null) {
                reply.headers().add(correlation);
            }
        }
        if (!tookIt(reply)) {
            send(outcome(new ProducerRecord<>(Topics.REPLIES, shorter), to, status, type));
        }
    }

    private static ProducerRecord<byte[], byte[]> outcome(
            ProducerRecord<byte[], byte[]> reply, ConsumerRecord<byte[], byte[]> to, int status, String type) {
        reply.headers().add(STATUS, utf8(Integer.toString(status)));
        reply.headers().add(Topics.HEADER_TYPE, utf8(type));
        reply.headers().add(SOURCE, utf8(place(to)));
        return reply;
    }

    /** False when it is too large: retrying would not help, and waiting would block the partition for ever. */
    private boolean tookIt(ProducerRecord<byte[], byte[]> record) {
        try {
            send(record);
            return true;
        } catch (KafkaException | InboundUnavailableException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof RecordTooLargeException) {
                return false;
            }
            throw e;
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            kafka.send(record).get(SEND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new InboundUnavailableException("the answer could not be sent to " + record.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InboundUnavailableException("interrupted while answering", e);
        }
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
