package org.dutyledger.submission.intake.request;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a JSON string or number literal as the characters that were sent; no number is ever computed from them here. */
final class ExactText extends StdDeserializer<String> {
    ExactText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
            return PlainText.checked(parser.getString());
        }
        return (String) context.handleUnexpectedToken(String.class, parser);
    }
}
