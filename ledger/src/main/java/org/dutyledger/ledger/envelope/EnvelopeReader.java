package org.dutyledger.ledger.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Splits an envelope without touching a byte of its payload. */
final class EnvelopeReader {
    private static final JsonFactory JSON = PayloadForm.envelopes();

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> meta = new HashMap<>();
    private byte @Nullable [] payload;

    private EnvelopeReader() {}

    static EventEnvelope read(byte[] canonical) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), canonical)) {
            EnvelopeReader reader = new EnvelopeReader();
            reader.members(parser, canonical);
            return reader.envelope();
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new MalformedEnvelopeException("not an event envelope: " + e.getMessage(), e);
        }
    }

    private void members(JsonParser parser, byte[] canonical) {
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            parser.nextToken();
            switch (key) {
                case "payload" -> payload = raw(parser, canonical);
                case "meta" -> meta(parser);
                default -> texts.put(key, text(parser));
            }
        }
        expect(parser.currentToken(), JsonToken.END_OBJECT);
    }

    private static byte[] raw(JsonParser parser, byte[] canonical) {
        long from = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return Arrays.copyOfRange(
                canonical, (int) from, (int) parser.currentLocation().getByteOffset());
    }

    private void meta(JsonParser parser) {
        expect(parser.currentToken(), JsonToken.START_OBJECT);
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            parser.nextToken();
            meta.put(key, text(parser));
        }
    }

    private static String text(JsonParser parser) {
        expect(parser.currentToken(), JsonToken.VALUE_STRING);
        return parser.getString();
    }

    private static void expect(@Nullable JsonToken token, JsonToken expected) {
        if (token != expected) {
            throw new IllegalArgumentException(expected + " expected, but there is " + token);
        }
    }

    private EventEnvelope envelope() {
        return new EventEnvelope(
                required("aggregate"),
                texts.get("aggregateType"),
                texts.get("commit"),
                required("id"),
                meta,
                payload(),
                texts.get("revision"),
                Long.parseLong(required("seq")),
                Instant.parse(required("ts")),
                required("type"));
    }

    private byte[] payload() {
        byte[] bytes = payload;
        if (bytes == null) {
            throw new IllegalArgumentException("there is no payload");
        }
        boolean binary = texts.containsKey("contentType");
        return binary ? Base64.getDecoder().decode(Arrays.copyOfRange(bytes, 1, bytes.length - 1)) : bytes;
    }

    private String required(String key) {
        String value = texts.get(key);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + key);
        }
        return value;
    }
}
