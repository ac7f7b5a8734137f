package org.dutyledger.ledger.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.dutyledger.ledger.chain.CommitHash;
import org.dutyledger.ledger.chain.LineSum;
import org.dutyledger.ledger.verify.ExportedCommit.ExportedEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One commit line of an export, taken apart; its members stand in one order only. */
record ExportLine(ExportedCommit commit, @Nullable String request, List<Labels> labels, byte[] sum) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int SUM_LENGTH = ",\"sum\":\"\"}".length() + 2 * CommitHash.LENGTH;

    /** What an event's line says of it beside place and bytes. */
    record Labels(String type, String id) {}

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is none
     */
    static ExportLine parse(byte[] line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            long position = number(text(json, "position"));
            UUID id = uuid(text(json, "commit"));
            String request = textOrNull(json, "request");
            text(json, "recordedAt");
            byte[] previous = hash(text(json, "prev"));
            byte[] hash = hash(text(json, "hash"));
            member(json, "events");
            expect(json.nextToken(), JsonToken.START_ARRAY);
            List<ExportedEvent> events = new ArrayList<>();
            List<Labels> labels = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                String stream = text(json, "stream");
                long sequence = number(text(json, "sequence"));
                labels.add(new Labels(text(json, "type"), text(json, "id")));
                events.add(
                        new ExportedEvent(stream, sequence, Base64.getDecoder().decode(text(json, "d"))));
                expect(json.nextToken(), JsonToken.END_OBJECT);
            }
            expect(json.currentToken(), JsonToken.END_ARRAY);
            byte[] sum = hash(text(json, "sum"));
            expect(json.nextToken(), JsonToken.END_OBJECT);
            expect(json.nextToken(), null);
            return new ExportLine(new ExportedCommit(position, id, previous, hash, events), request, labels, sum);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether the line ends with the sum over itself and all before. */
    boolean sumsUp(byte[] before, byte[] line) {
        int content = line.length - SUM_LENGTH;
        return content > 0 && Arrays.equals(LineSum.after(before, line, content), sum);
    }

    private static String text(JsonParser json, String name) {
        String text = textOrNull(json, name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is null");
        }
        return text;
    }

    private static @Nullable String textOrNull(JsonParser json, String name) {
        member(json, name);
        if (json.nextToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        expect(json.currentToken(), JsonToken.VALUE_STRING);
        return json.getString();
    }

    private static void member(JsonParser json, String name) {
        expect(json.nextToken(), JsonToken.PROPERTY_NAME);
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
            throw new IllegalArgumentException("'" + text + "' is no number");
        }
        return Long.parseLong(text);
    }

    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("'" + text + "' is no id");
        }
        return id;
    }

    private static byte[] hash(String text) {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'" + text + "' is no hash");
        }
        return HexFormat.of().parseHex(text);
    }
}
