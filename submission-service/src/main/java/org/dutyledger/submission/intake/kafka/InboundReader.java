package org.dutyledger.submission.intake.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.intake.Origin;
import org.dutyledger.submission.intake.request.ItemBody;
import org.dutyledger.submission.intake.request.StrictJson;
import org.dutyledger.submission.intake.request.SubmissionRequest;
import org.jspecify.annotations.Nullable;

/** Reads inbound records: JSON that obeys the published schema, then the same strict reading as at the HTTP endpoint. */
final class InboundReader {
    private static final String SCHEMA = "/schema/submission.v1.schema.json";
    private static final int MAX_VIOLATIONS = 10;

    // the schema library reads with Jackson 2; the tree is only validated, never turned into values
    private final JsonMapper trees = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final JsonSchema schema = load();

    /** The request of a record. */
    record Inbound(SubmissionRequest request, Origin origin) {}

    /**
     * Reads a record's value.
     *
     * @throws Problem 400 when it cannot be read as a submission at all
     */
    Inbound read(byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            throw new Problem(400, "MALFORMED_JSON", "the record has no value");
        }
        Set<ValidationMessage> against = violations(value);
        if (!against.isEmpty()) {
            String listed = against.stream()
                    .map(ValidationMessage::getMessage)
                    .map(text -> text.length() <= 200 ? text : text.substring(0, 200) + "…")
                    .sorted()
                    .limit(MAX_VIOLATIONS)
                    .collect(Collectors.joining("; "));
            throw new Problem(400, "SCHEMA_VIOLATION", "against submission.v1.schema.json: " + listed);
        }
        Body body = StrictJson.read(value, Body.class);
        SubmissionRequest request = new SubmissionRequest.Body(body.organisation, body.items).in(body.cycle, false);
        return new Inbound(request, new Origin("kafka", actor(body), body.key));
    }

    /** A record carries no token, so the name that it gives is never shown as if it were the subject of one. */
    private static String actor(Body body) {
        String organisation = "kafka:" + body.organisation;
        return body.submittedBy == null ? organisation : organisation + "/" + body.submittedBy;
    }

    private Set<ValidationMessage> violations(byte[] value) {
        try {
            return schema.validate(tree(value));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new Problem(400, "MALFORMED_JSON", "the record holds a number that no decimal can hold");
        }
    }

    private JsonNode tree(byte[] value) {
        try {
            return trees.readTree(value);
        } catch (JsonProcessingException e) {
            throw new Problem(400, "MALFORMED_JSON", "the record is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Problem(400, "MALFORMED_JSON", "the record is not UTF-8 text");
        }
    }

    private static JsonSchema load() {
        try (InputStream in = InboundReader.class.getResourceAsStream(SCHEMA)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The record as the schema describes it. */
    record Body(
            String cycle,
            String organisation,
            String key,
            @Nullable String submittedBy,
            List<@Nullable ItemBody> items) {}
}
