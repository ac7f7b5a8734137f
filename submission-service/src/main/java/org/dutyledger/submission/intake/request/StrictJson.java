package org.dutyledger.submission.intake.request;

import java.util.Collection;
import java.util.stream.Collectors;
import org.dutyledger.kit.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Reads requests strictly: unknown and duplicate members are refused, and no value is converted to another type. */
public final class StrictJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // an overlong number is refused by a policy, with the item's index; here it stays text
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(2 << 20)
                            .maxNestingDepth(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(LogicalType.Textual, c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(LogicalType.Integer, c -> c.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.String, CoercionAction.Fail))
            .addModule(new SimpleModule("plain-text").addDeserializer(String.class, new PlainText()))
            .build();

    private StrictJson() {}

    /**
     * Reads a body.
     *
     * @throws Problem 400 {@code MALFORMED_JSON}, {@code UNKNOWN_FIELD}, {@code INVALID_TEXT} or {@code WRONG_JSON},
     *     with the place
     */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            T value = MAPPER.readValue(body, type);
            if (value == null) {
                throw new Problem(400, "WRONG_JSON", "an object is expected, not null");
            }
            return value;
        } catch (JacksonException e) {
            throw problem(e);
        }
    }

    private static Problem problem(JacksonException e) {
        if (e.getCause() instanceof Problem problem) {
            return problem;
        }
        if (e instanceof StreamReadException syntax) {
            // the parser's first line names what is wrong; the rest may quote the body
            String what = syntax.getOriginalMessage().lines().findFirst().orElse("");
            return new Problem(400, "MALFORMED_JSON", "the body is not JSON" + place(e) + ": " + shorten(what));
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return new Problem(
                    400,
                    "UNKNOWN_FIELD",
                    "unknown field '" + shorten(unknown.getPropertyName()) + "' at " + path(e) + "; known are "
                            + known(unknown.getKnownPropertyIds()));
        }
        if (e.getOriginalMessage().startsWith("Trailing token")) {
            return new Problem(400, "MALFORMED_JSON", "something follows the JSON value" + place(e));
        }
        return new Problem(400, "WRONG_JSON", "missing or of the wrong type: " + path(e) + place(e));
    }

    private static String known(Collection<Object> ids) {
        return ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String path(JacksonException e) {
        return "$"
                + e.getPath().stream()
                        .map(step -> step.getIndex() >= 0
                                ? "[" + step.getIndex() + "]"
                                : "." + shorten(String.valueOf(step.getPropertyName())))
                        .collect(Collectors.joining());
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String shorten(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
