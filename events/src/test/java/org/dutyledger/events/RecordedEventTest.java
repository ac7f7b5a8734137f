package org.dutyledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedEventTest {
    private static final String ENVELOPE = """
            {"aggregate":"evidence/330602-2021/8","aggregateType":"IndicatorEvidence","commit":"0d3f6c0e-7a4c-7b51-8f5e-2f4d9f6f1c01","id":"1d3f6c0e-7a4c-7b51-8f5e-2f4d9f6f1c02",\
            "meta":{"actor":"czj","door":"http"},\
            "payload":{"cycle":"330602-2021","indicator":"8"},"seq":"0","ts":"2022-03-01T08:00:00Z",\
            "type":"%s"}""";

    private static final String FIGURE = """
            {"basis":"REPORTED","cycle":"330602-2021","indicator":"8","item":"rate","organisation":"330602-jyj",\
            "period":"2021","submission":"s-1","unit":"%","value":"5.50"}""";

    @Test
    void decode_readsTheStoredEnvelope() {
        RecordedEvent event = decode(ENVELOPE.formatted("indicator.opened.v1"));
        assertThat(event)
                .isEqualTo(new RecordedEvent(
                        7,
                        "ab",
                        "evidence/330602-2021/8",
                        0,
                        "1d3f6c0e-7a4c-7b51-8f5e-2f4d9f6f1c02",
                        "0d3f6c0e-7a4c-7b51-8f5e-2f4d9f6f1c01",
                        Instant.parse("2022-03-01T08:00:00Z"),
                        Map.of("actor", "czj", "door", "http"),
                        new EvidenceEvent.IndicatorOpened("330602-2021", "8")));
    }

    @Test
    void decode_namesAnUnknownType() {
        assertThatThrownBy(() -> decode(ENVELOPE.formatted("indicator.opened.v2")))
                .isInstanceOf(UnknownEventTypeException.class)
                .hasMessage("unknown event type 'indicator.opened.v2'");
    }

    @Test
    void decode_refusesWhatIsNoEnvelope() {
        assertThatThrownBy(() -> decode("not json")).isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> decode("{\"seq\":\"0\"}")).isInstanceOf(MalformedEventException.class);
    }

    /** What a lenient reader takes for the same event is not what a ledger writes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"seq\":\"0\"|\"seq\":0",
                "\"seq\":\"0\"|\"seq\":\"00\"",
                "2022-03-01T08:00:00Z|2022-03-01T16:00:00+08:00",
                "2022-03-01T08:00:00Z|2022-03-01T08:00:00.000Z",
                "\"door\":\"http\"|\"door\": \"http\"",
                "\"actor\":\"czj\",\"door\":\"http\"|\"door\":\"http\",\"actor\":\"czj\"",
                "\"id\":\"1d3f|\"id\":\"\\u0031d3f",
                // an id that reports would print as if it had a meaning
                "\"id\":\"1d3f|\"id\":\"99.87%% 1d3f",
                "\"commit\":\"0d3f|\"commit\":\"0D3F",
                "\"value\":\"5.50\"|\"value\":5.50",
                "\"value\":\"5.50\"|\"value\":\"+5.50\"",
                "\"value\":\"5.50\"|\"value\":\"0.55E1\"",
                "\"unit\":\"%\"|\"note\":null,\"unit\":\"%\""
            })
    void decodeExactly_refusesEveryOtherSpelling(String written, String other) {
        String event = ENVELOPE.formatted("figure.submitted.v1")
                .replace("{\"cycle\":\"330602-2021\",\"indicator\":\"8\"}", FIGURE);
        byte[] exact = event.getBytes(StandardCharsets.UTF_8);
        assertThat(RecordedEvent.decodeExactly(7, "ab", exact)).isEqualTo(decode(event));
        assertThat(event).contains(written);
        byte[] spelled = event.replace(written, other).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> RecordedEvent.decodeExactly(7, "ab", spelled))
                .isInstanceOf(MalformedEventException.class);
    }

    @Test
    void reports_areReadInTheFormInWhichTheyWereRecorded_andInNoOther() {
        String fields = "{\"cycle\":\"c\",\"files\":[],\"modelSha256\":\"m\",\"report\":\"r\",\"upToPosition\":\"7\"}";
        String rooted = fields.replace("\"upTo", "\"streamsRoot\":\"s\",\"upTo");
        assertThat(issued(fields, "v1").streamsRoot()).isNull();
        assertThat(issued(rooted, "v2").streamsRoot()).isEqualTo("s");
        assertThat(issued(fields, "v1").upToPosition()).isEqualTo(7);
        assertThatThrownBy(() -> issued(rooted, "v1")).isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> issued(fields, "v2")).isInstanceOf(MalformedEventException.class);
    }

    @Test
    void openings_areReadInTheFormInWhichTheyWereRecorded_andInNoOther() {
        String fields = "{\"cycle\":\"c\",\"framework\":\"f\",\"frameworkSha256\":\"s\",\"frameworkVersion\":\"1\","
                + "\"jurisdiction\":\"330602\",\"jurisdictionName\":\"越城区\",\"year\":2021}";
        String named = fields.replace("\"jurisdiction\"", "\"holders\":[\"2\",\"1\"],\"jurisdiction\"");
        assertThat(event("cycle.opened.v1", fields)).isInstanceOf(CycleEvent.CycleOpenedV1.class);
        assertThat(event("cycle.opened.v2", named))
                .isInstanceOfSatisfying(CycleEvent.CycleOpenedV2.class, opened -> assertThat(opened.holders())
                        .containsExactly("2", "1"));
        assertThatThrownBy(() -> event("cycle.opened.v1", named)).isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> event("cycle.opened.v2", fields)).isInstanceOf(MalformedEventException.class);
    }

    private static CycleEvent.ReportIssued issued(String payload, String version) {
        return (CycleEvent.ReportIssued) event("report.issued." + version, payload);
    }

    private static DutyEvent event(String type, String payload) {
        return decode(ENVELOPE.formatted(type).replace("{\"cycle\":\"330602-2021\",\"indicator\":\"8\"}", payload))
                .event();
    }

    private static RecordedEvent decode(String json) {
        return RecordedEvent.decode(7, "ab", json.getBytes(StandardCharsets.UTF_8));
    }
}
