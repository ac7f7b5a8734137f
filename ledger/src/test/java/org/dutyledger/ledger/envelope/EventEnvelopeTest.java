package org.dutyledger.ledger.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventEnvelopeTest {
    private static final Instant NOON = Instant.parse("2022-03-01T08:00:00Z");

    @Test
    void bytes_areTheAgreedForm() {
        EventEnvelope envelope = new EventEnvelope(
                "evidence/330602-2021/3",
                "IndicatorEvidence",
                "0190163d-8694-739b-aea5-966c26f8ad91",
                "e-1",
                Map.of("door", "http", "actor", "张三"),
                "{\"figure\":\"f\",\"value\":\"18.87\"}".getBytes(UTF_8),
                null,
                3,
                NOON,
                "figure.submitted.v1");
        assertThat(new String(envelope.bytes(), UTF_8))
                .isEqualTo("{\"aggregate\":\"evidence/330602-2021/3\",\"aggregateType\":\"IndicatorEvidence\","
                        + "\"commit\":\"0190163d-8694-739b-aea5-966c26f8ad91\",\"id\":\"e-1\","
                        + "\"meta\":{\"actor\":\"张三\",\"door\":\"http\"},"
                        + "\"payload\":{\"figure\":\"f\",\"value\":\"18.87\"},"
                        + "\"seq\":\"3\",\"ts\":\"2022-03-01T08:00:00Z\",\"type\":\"figure.submitted.v1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":[1,{\"b\":\"}\"}]}", "\"text\"", "12", "-1.5", "true", "null", "[]", "{}", "\"\\\"\""})
    void jsonPayload_isEmbeddedAsItIs(String json) throws IOException {
        byte[] bytes = envelope(json.getBytes(UTF_8), Map.of()).bytes();
        assertThat(new String(bytes, UTF_8))
                .contains("\"payload\":" + json + ",")
                .doesNotContain("contentType");
        assertThat(EventEnvelope.read(bytes).payload()).isEqualTo(json.getBytes(UTF_8));
        assertThat(new JsonCanonicalizer(bytes).getEncodedUTF8()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "<xml/>", "{", "{}{}", "1 2", "{\"a\":1},\"type\":\"forged\"", "\"open", "{\"a\":NaN}"})
    void anythingElse_isBinary(String other) {
        byte[] bytes = envelope(other.getBytes(UTF_8), Map.of()).bytes();
        assertThat(new String(bytes, UTF_8)).contains("\"contentType\":\"application/octet-stream\"");
        assertThat(EventEnvelope.read(bytes).payload()).isEqualTo(other.getBytes(UTF_8));
    }

    @Property(tries = 300)
    void anyText_isWrittenByTheStandardAndReadBack(
            @ForAll("unicode") String key, @ForAll("unicode") String value, @ForAll byte[] payload) throws IOException {
        EventEnvelope envelope = envelope(payload, Map.of(key, value, key + "'", "x"));
        byte[] bytes = envelope.bytes();
        EventEnvelope back = EventEnvelope.read(bytes);
        assertThat(back.meta()).isEqualTo(envelope.meta());
        if (!PayloadForm.isJson(payload)) { // a random payload that is JSON need not be canonical: "4" and a blank
            assertThat(back.payload()).isEqualTo(payload);
            assertThat(new JsonCanonicalizer(bytes).getEncodedUTF8()).isEqualTo(bytes);
        }
    }

    @Provide
    Arbitrary<String> unicode() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).filter(EventEnvelopeTest::isUnicode),
                Arbitraries.strings().withCharRange('\0', '\u0080').ofMaxLength(20),
                Arbitraries.of("😀", "e\u0301", "\u2028\u2029", "\uFFFD"));
    }

    private static boolean isUnicode(String s) {
        return UTF_8.newEncoder().canEncode(s);
    }

    @Test
    void payloadAtTheDepthLimit_canBeReadBack() {
        byte[] deep = ("[".repeat(500) + "]".repeat(500)).getBytes(UTF_8);
        byte[] deeper = ("[".repeat(501) + "]".repeat(501)).getBytes(UTF_8);
        assertThat(PayloadForm.isJson(deep)).isTrue();
        assertThat(PayloadForm.isJson(deeper)).isFalse();
        assertThat(EventEnvelope.read(envelope(deep, Map.of()).bytes()).payload())
                .isEqualTo(deep);
        assertThat(EventEnvelope.read(envelope(deeper, Map.of()).bytes()).payload())
                .isEqualTo(deeper);
    }

    @Test
    void halfASurrogatePair_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> envelope(new byte[0], Map.of("k", "a\uD83D")).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"aggregate\":1}", "{\"payload\":"})
    void otherBytes_areMalformed(String bytes) {
        assertThatThrownBy(() -> EventEnvelope.read(bytes.getBytes(UTF_8)))
                .isInstanceOf(MalformedEnvelopeException.class);
    }

    private static EventEnvelope envelope(byte[] payload, Map<String, String> meta) {
        return new EventEnvelope("a", null, "c", "e", meta, payload, "2", 0, NOON, "t");
    }
}
