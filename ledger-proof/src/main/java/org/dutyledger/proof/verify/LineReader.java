package org.dutyledger.proof.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.dutyledger.proof.note.ExactBase64;
import org.dutyledger.proof.verify.ExportedCommit.ExportedEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Parses one line, member by member in the only allowed order; anything else is an exception. */
final class LineReader implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();
    private final JsonParser json;

    LineReader(byte[] line) {
        json = JSON.createParser(ObjectReadContext.empty(), line);
        expect(json.nextToken(), JsonToken.START_OBJECT);
        expect(json.nextToken(), JsonToken.PROPERTY_NAME);
    }

    /** Name of the next member. */
    String next() {
        return json.currentName();
    }

    /** The commit of a line; its sum is left to be read. */
    ExportedCommit commit() {
        long position = number(text("position"));
        UUID id = uuid(text("commit"));
        String request = textOrNull("request");
        Instant recordedAt = instant(text("recordedAt"));
        byte[] previous = hash("prev");
        byte[] hash = hash("hash");
        return new ExportedCommit(position, id, request, recordedAt, previous, hash, events());
    }

    private List<ExportedEvent> events() {
        member("events");
        expect(json.nextToken(), JsonToken.START_ARRAY);
        List<ExportedEvent> events = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            json.nextToken();
            events.add(new ExportedEvent(
                    text("stream"), number(text("sequence")), text("type"), text("id"), ExactBase64.decode(text("d"))));
            expect(json.currentToken(), JsonToken.END_OBJECT);
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
        json.nextToken();
        return events;
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is null");
        }
        return text;
    }

    byte[] hash(String name) {
        String text = text(name);
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'" + text + "' is not a hash");
        }
        return HexFormat.of().parseHex(text);
    }

    long position(String name) {
        return number(text(name));
    }

    /** Nothing follows. */
    void end() {
        expect(json.currentToken(), JsonToken.END_OBJECT);
        expect(json.nextToken(), null);
    }

    @Override
    public void close() {
        json.close();
    }

    private @Nullable String textOrNull(String name) {
        member(name);
        String text = null;
        if (json.nextToken() != JsonToken.VALUE_NULL) {
            expect(json.currentToken(), JsonToken.VALUE_STRING);
            text = json.getString();
        }
        json.nextToken();
        return text;
    }

    private void member(String name) {
        expect(json.currentToken(), JsonToken.PROPERTY_NAME);
        if (!name.equals(json.currentName())) {
            throw new IllegalArgumentException(name + " expected, but there is " + json.currentName());
        }
    }

    private static void expect(@Nullable JsonToken token, @Nullable JsonToken expected) {
        if (token != expected) {
            throw new IllegalArgumentException(expected + " expected, but there is " + token);
        }
    }

    private static long number(String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("'" + text + "' is not a number");
        }
        return Long.parseLong(text);
    }

    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("'" + text + "' is not an id");
        }
        return id;
    }

    /** Milliseconds are what a store keeps: a finer time could not be restored unchanged. */
    private static Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (Instant.ofEpochMilli(instant.toEpochMilli()).toString().equals(text)) {
                return instant;
            }
        } catch (DateTimeException | ArithmeticException noTime) {
            // reported below
        }
        throw new IllegalArgumentException("'" + text + "' is not a time in milliseconds");
    }

    /** Converts every exception of reading a line to one kind. */
    static IllegalArgumentException noLine(JacksonException e) {
        return new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
}
