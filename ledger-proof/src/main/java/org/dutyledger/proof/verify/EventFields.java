package org.dutyledger.proof.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dutyledger.proof.verify.ExportedCommit.ExportedEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Compares the members beside an event's bytes with the content of the hashed bytes. */
final class EventFields {
    private static final JsonFactory JSON = new JsonFactory();

    private EventFields() {}

    /** The first member that differs, for people; empty when all agree. */
    static Optional<String> difference(ExportedCommit commit) {
        for (ExportedEvent event : commit.events()) {
            Map<String, String> stated;
            try {
                stated = stated(event.data(), "meta");
            } catch (JacksonException | IllegalArgumentException e) {
                return Optional.of(place(commit, event) + " holds no JSON object");
            }
            String different = differs("stream", event.stream(), stated.get("aggregate"));
            different = or(different, "sequence", Long.toString(event.sequence()), stated.get("seq"));
            different = or(different, "type", event.type(), stated.get("type"));
            different = or(different, "id", event.id(), stated.get("id"));
            different = or(different, "commit", commit.id().toString(), stated.get("commit"));
            different = or(
                    different, "request", commit.requestId(), stated.getOrDefault("meta/request", commit.requestId()));
            if (different != null) {
                return Optional.of(place(commit, event) + ": " + different);
            }
        }
        return Optional.empty();
    }

    private static String place(ExportedCommit commit, ExportedEvent event) {
        return "the event at position " + (commit.position() + commit.events().indexOf(event));
    }

    private static @Nullable String or(
            @Nullable String already, String name, @Nullable String beside, @Nullable String inside) {
        return already == null ? differs(name, beside, inside) : already;
    }

    private static @Nullable String differs(String name, @Nullable String beside, @Nullable String inside) {
        return Objects.equals(beside, inside)
                ? null
                : name + " is '" + beside + "' beside the bytes and '" + inside + "' in them";
    }

    /** The texts in the object, and those in one object inside it, which begin with its name and a slash. */
    static Map<String, String> stated(byte[] data, String inner) {
        Map<String, String> stated = new HashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), data)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no object");
            }
            texts(json, "", inner, stated);
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("more than one object");
            }
        }
        return stated;
    }

    private static void texts(JsonParser json, String prefix, String inner, Map<String, String> stated) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                stated.put(prefix + name, json.getString());
            } else if (value == JsonToken.START_OBJECT && prefix.isEmpty() && name.equals(inner)) {
                texts(json, inner + "/", inner, stated);
            } else {
                json.skipChildren();
            }
        }
    }
}
