package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.BUREAU;
import static org.dutyledger.submission.it.Api.CYCLE;
import static org.dutyledger.submission.it.Api.figure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.dutyledger.events.Topics;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Kafka endpoint on a real broker: every record gets its reply in order, and no record blocks those after it. */
class KafkaIntakeIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyRecord_getsItsReply_andPoisonDoesNotBlock() {
        String bootstrap = Backends.startKafka(Backends.freePort());
        try (RunningService service = RunningService.start(Backends.mongoHost(), bootstrap);
                Broker broker = new Broker(bootstrap)) {
            Api.openCycle(service.as("office"));
            broker.awaitTopic(Topics.INBOUND);
            String good = submission("k-1", figure("city_integrity_model_schools", "5", "所"));
            send(broker, "1", good);
            send(broker, "2", "{not json");
            send(broker, "3", good.replace("\"items\"", "\"itmes\""));
            send(broker, "4", good.replace("k-1", "k-4"));
            send(broker, "5", good);
            send(broker, "6", good.replace("\"value\":5", "\"value\":6"));
            broker.send(new ProducerRecord<>(Topics.INBOUND, 0, "same-partition", null));
            send(broker, "8", submission("k-8", figure("integrity_four_projects", "\"4\"", "项")));
            send(broker, "9", submission("k-9", figure("party_org_coverage_rate", "1e999999999", "%")));
            send(broker, "10", good.replace(CYCLE, "no-such-cycle").replace("k-1", "k-10"));

            List<ConsumerRecord<String, String>> replies = broker.read(Topics.REPLIES, 10);
            Map<String, JsonNode> byCorrelation = replies.stream()
                    .filter(reply -> reply.headers().lastHeader("correlation-id") != null)
                    .collect(Collectors.toMap(
                            reply -> Broker.header(reply, "correlation-id"), reply -> JSON.readTree(reply.value())));
            assertThat(replies).hasSize(10).allSatisfy(reply -> assertThat(reply.key())
                    .isEqualTo("same-partition"));
            JsonNode first = byCorrelation.get("1");
            assertThat(first.path("commitHash").asString()).hasSize(64);
            assertThat(code(byCorrelation, "2")).isEqualTo("MALFORMED_JSON");
            assertThat(code(byCorrelation, "3")).isEqualTo("SCHEMA_VIOLATION");
            assertThat(code(byCorrelation, "4")).isEqualTo("ALREADY_SUBMITTED");
            assertThat(byCorrelation.get("5").path("repeated").asBoolean()).isTrue();
            assertThat(byCorrelation.get("5").path("firstPosition")).isEqualTo(first.path("firstPosition"));
            assertThat(code(byCorrelation, "6")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
            assertThat(byCorrelation.get("8").path("firstPosition").asLong())
                    .isEqualTo(first.path("lastPosition").asLong() + 1);
            assertThat(code(byCorrelation, "9")).isEqualTo("NOT_A_NUMBER");
            assertThat(code(byCorrelation, "10")).isEqualTo("CYCLE_UNKNOWN");

            List<ConsumerRecord<String, String>> dead = broker.read(Topics.INBOUND_DEAD, 3);
            assertThat(dead)
                    .extracting(ConsumerRecord::value)
                    .contains("{not json")
                    .hasSize(3);
            assertThat(dead).allSatisfy(record -> assertThat(Broker.header(record, "reason"))
                    .isNotBlank());

            JsonNode history = service.as("auditor")
                    .get("/cycles/" + CYCLE + "/history?organisation=" + BUREAU)
                    .body();
            assertThat(history.path("events").valueStream().map(e -> e.path("actor")
                            .asString()))
                    .contains("kafka:" + BUREAU + "/oa-system")
                    .doesNotContain("oa-system");

            Api.Answer overHttp = service.as("submitter", BUREAU)
                    .submit(BUREAU, "k-8", figure("integrity_four_projects", "\"4\"", "项"));
            assertThat(overHttp.status())
                    .as("a key means the same at every endpoint: %s", overHttp.body())
                    .isEqualTo(200);
        }
    }

    private static String code(Map<String, JsonNode> replies, String correlation) {
        return replies.get(correlation).path("code").asString();
    }

    private static void send(Broker broker, String correlation, String value) {
        ProducerRecord<String, String> record = new ProducerRecord<>(Topics.INBOUND, 0, "same-partition", value);
        record.headers().add("correlation-id", correlation.getBytes(StandardCharsets.UTF_8));
        broker.send(record);
    }

    private static String submission(String key, String items) {
        return "{\"cycle\":\"" + CYCLE + "\",\"organisation\":\"" + BUREAU + "\",\"key\":\"" + key
                + "\",\"submittedBy\":\"oa-system\",\"items\":[" + items + "]}";
    }
}
