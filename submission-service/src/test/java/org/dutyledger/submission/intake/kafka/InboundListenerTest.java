package org.dutyledger.submission.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.dutyledger.events.Topics;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.MemoryService;
import org.dutyledger.submission.intake.SubmissionIntake;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the listener answers, what it puts aside, and what makes it wait; the broker is a list. */
class InboundListenerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
    private final MemoryService service = new MemoryService().withCycle();

    @Test
    void aGoodRecord_isAnsweredWithItsReceipt_andARedeliveredOneWithTheSame() {
        InboundListener listener = listener("*");
        listener.take(record(submission("k", "1.5")));
        listener.take(record(submission("k", "1.5")));
        assertThat(topics()).containsExactly(Topics.REPLIES, Topics.REPLIES);
        assertThat(header(0, Replies.STATUS)).isEqualTo("201");
        assertThat(header(1, Replies.STATUS)).isEqualTo("200");
        assertThat(value(1).path("firstPosition")).isEqualTo(value(0).path("firstPosition"));
        assertThat(header(0, "correlation-id")).isEqualTo("c-1");
        assertThat(new String(sent.get(0).key(), StandardCharsets.UTF_8)).isEqualTo("the-key");
    }

    @Test
    void aRefusal_isAnswered_notPutAside() {
        listener("*").take(record(submission("k", "1.555")));
        assertThat(topics()).containsExactly(Topics.REPLIES);
        assertThat(value(0).path("code").asString()).isEqualTo("TOO_MANY_DECIMALS");
        assertThat(value(0).path("items").get(0).path("index").asInt()).isZero();
        assertThat(value(0).path("items").get(0).path("detailZh").asString()).isNotBlank();
        assertThat(header(0, Topics.HEADER_TYPE)).isEqualTo("problem");
    }

    @Test
    void unreadableRecord_isPutAsideAndAnswered() {
        InboundListener listener = listener("*");
        for (String poison : new String[] {"", "{", "[]", "{}", "\"text\"", "{\"cycle\":\"c\",\"cycle\":\"c\"}"}) {
            listener.take(record(poison));
        }
        listener.take(new ConsumerRecord<>(Topics.INBOUND, 0, 7, null, null));
        assertThat(topics()).hasSize(14);
        assertThat(topics().stream().filter(Topics.INBOUND_DEAD::equals)).hasSize(7);
        assertThat(header(0, Replies.REASON)).startsWith("MALFORMED_JSON");
        assertThat(header(0, Replies.SOURCE)).isEqualTo("submissions.inbound/0/5");
    }

    @Test
    void theSchema_namesWhatIsWrong() {
        listener("*").take(record(submission("k", "1").replace("\"action\":\"submit\"", "\"action\":\"delete\"")));
        JsonNode reply = value(1);
        assertThat(reply.path("code").asString()).isEqualTo("SCHEMA_VIOLATION");
        assertThat(reply.path("detail").asString()).contains("action");
    }

    @Test
    void anOrganisationThatIsNotListed_isRefused() {
        listener("jtj").take(record(submission("k", "1")));
        assertThat(value(0).path("code").asString()).isEqualTo("NOT_YOUR_ORGANISATION");
        assertThat(header(0, Replies.STATUS)).isEqualTo("403");
    }

    @Test
    void aLedgerInTrouble_makesTheRecordWait() {
        SubmissionIntake unavailable = mock();
        when(unavailable.accept(any(), any())).thenThrow(new Problem(503, "LEDGER_UNAVAILABLE", "away"));
        InboundListener listener = new InboundListener(unavailable, new Replies(kafka()), Set.of("*"));
        assertThatThrownBy(() -> listener.take(record(submission("k", "1"))))
                .isInstanceOf(InboundUnavailableException.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void aFaultOfTheService_putsTheRecordAsideInsteadOfBlocking() {
        SubmissionIntake broken = mock();
        when(broken.accept(any(), any())).thenThrow(new IllegalStateException("bug"));
        new InboundListener(broken, new Replies(kafka()), Set.of("*")).take(record(submission("k", "1")));
        assertThat(topics()).containsExactly(Topics.INBOUND_DEAD, Topics.REPLIES);
        assertThat(value(1).path("code").asString()).isEqualTo("INTERNAL");
        assertThat(value(1).path("detail").asString()).doesNotContain("bug");
    }

    @Test
    void aBrokerThatDoesNotTakeTheReply_makesTheRecordWait() {
        KafkaOperations<byte[], byte[]> failing = mock();
        when(failing.send(any(ProducerRecord.class)))
                .thenReturn(CompletableFuture.failedFuture(new IllegalStateException("away")));
        InboundListener listener = new InboundListener(service.intake, new Replies(failing), Set.of("*"));
        assertThatThrownBy(() -> listener.take(record(submission("k", "1"))))
                .isInstanceOf(InboundUnavailableException.class);
        listener("*").take(record(submission("k", "1")));
        assertThat(value(0).path("repeated").asBoolean()).isTrue();
    }

    /** It would be too large every time: waiting for the broker to take it would block the partition for ever. */
    @Test
    void tooLargeRecordOrAnswer_isShortened() {
        KafkaOperations<byte[], byte[]> small = mock();
        when(small.send(any(ProducerRecord.class))).thenAnswer(call -> {
            ProducerRecord<byte[], byte[]> one = call.getArgument(0);
            if (one.value() != null && one.value().length > 3_000) {
                return CompletableFuture.failedFuture(new RecordTooLargeException("too large"));
            }
            sent.add(one);
            return CompletableFuture.completedFuture(null);
        });
        InboundListener listener = new InboundListener(service.intake, new Replies(small), Set.of("*"));
        listener.take(record("x".repeat(4_000)));
        assertThat(topics()).containsExactly(Topics.INBOUND_DEAD, Topics.REPLIES);
        assertThat(sent.get(0).value()).isNull();
        assertThat(header(0, Replies.SOURCE)).isEqualTo("submissions.inbound/0/5");

        String wrong = MemoryService.budget("NaN") + ",";
        listener.take(record(submission("k", "1").replace("\"items\":[", "\"items\":[" + wrong.repeat(30))));
        assertThat(header(2, Replies.STATUS)).isEqualTo("422");
        assertThat(value(2).path("detail").asString()).contains("reasons against it");
        assertThat(value(2).path("items").size()).isZero();
    }

    @Test
    void aNumberThatNoDecimalCanHold_isAFaultOfTheRecord() {
        listener("*").take(record(submission("k", "1").replace("\"1\"", "1e2147483648")));
        assertThat(topics()).containsExactly(Topics.INBOUND_DEAD, Topics.REPLIES);
        assertThat(value(1).path("code").asString()).isEqualTo("MALFORMED_JSON");
    }

    private InboundListener listener(String organisations) {
        return new InboundListener(service.intake, new Replies(kafka()), Set.of(organisations));
    }

    private KafkaOperations<byte[], byte[]> kafka() {
        KafkaOperations<byte[], byte[]> kafka = mock();
        when(kafka.send(any(ProducerRecord.class))).thenAnswer(call -> {
            sent.add(call.getArgument(0));
            return CompletableFuture.completedFuture(null);
        });
        return kafka;
    }

    private List<String> topics() {
        return sent.stream().map(ProducerRecord::topic).toList();
    }

    private String header(int index, String name) {
        return new String(sent.get(index).headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private JsonNode value(int index) {
        return JSON.readTree(sent.get(index).value());
    }

    private static ConsumerRecord<byte[], byte[]> record(String value) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                Topics.INBOUND,
                0,
                5,
                "the-key".getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8));
        record.headers().add("correlation-id", "c-1".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static String submission(String key, String value) {
        return "{\"cycle\":\"c\",\"organisation\":\"czj\",\"key\":\"" + key + "\",\"items\":["
                + MemoryService.budget(value) + "]}";
    }
}
