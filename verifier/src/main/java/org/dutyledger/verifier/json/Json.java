package org.dutyledger.verifier.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON: objects as {@link JsonObject}, arrays as lists, texts, numbers as {@link JsonNumber}, booleans, nulls. */
public final class Json {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 1 << 26;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private Json() {}

    /** A number as it is spelled. */
    public record JsonNumber(String text) {}

    /**
     * Reads one object, and nothing after it.
     *
     * @throws MalformedJsonException when the bytes are something else
     */
    public static JsonObject object(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
                json.nextToken();
                Object value = value(json, "");
                if (value instanceof JsonObject object && json.nextToken() == null) {
                    return object;
                }
            }
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("不是 UTF-8 文本", "not UTF-8");
        } catch (JacksonException e) {
            throw new MalformedJsonException("不是 JSON：%s", "not JSON: %s", e.getOriginalMessage());
        }
        throw new MalformedJsonException("不是单个 JSON 对象", "not one JSON object");
    }

    private static @Nullable Object value(JsonParser json, String path) {
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new MalformedJsonException("没有内容", "there is nothing");
        }
        return switch (token) {
            case START_OBJECT -> members(json, path);
            case START_ARRAY -> elements(json, path);
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(json.getString());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private static JsonObject members(JsonParser json, String path) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, value(json, path.isEmpty() ? name : path + "." + name));
        }
        return new JsonObject(path, members);
    }

    private static List<@Nullable Object> elements(JsonParser json, String path) {
        List<@Nullable Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json, path + "[" + elements.size() + "]"));
        }
        return elements;
    }
}
