package org.dutyledger.submission.intake.request;

import org.dutyledger.indicators.text.RecordText;
import org.dutyledger.kit.Problem;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Reads every text of a request in the one form in which it may be stored ({@link RecordText}). */
final class PlainText extends StringDeserializer {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return RecordText.normal(checked(super.deserialize(parser, context)));
    }

    /**
     * The text itself.
     *
     * @throws Problem 400 {@code INVALID_TEXT}
     */
    static String checked(String text) {
        RecordText.refused(text).ifPresent(character -> {
            throw new Problem(400, "INVALID_TEXT", "a text holds " + character.describe() + "; remove it");
        });
        return text;
    }
}
