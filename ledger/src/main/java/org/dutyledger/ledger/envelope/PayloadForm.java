package org.dutyledger.ledger.envelope;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Decides whether bytes are exactly one JSON value and can therefore be embedded in an envelope unchanged. */
final class PayloadForm {
    private static final int DEPTH = 500;
    private static final JsonFactory PAYLOAD = factory(DEPTH);

    private PayloadForm() {}

    static boolean isJson(byte[] bytes) {
        try (JsonParser parser = PAYLOAD.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Parsers for whole envelopes; a payload may be as deep as it was when it was let in. */
    static JsonFactory envelopes() {
        return factory(DEPTH + 1);
    }

    private static JsonFactory factory(int depth) {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(depth).build())
                .build();
    }
}
