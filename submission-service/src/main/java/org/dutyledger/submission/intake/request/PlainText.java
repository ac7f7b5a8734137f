package org.dutyledger.submission.intake.request;

import org.dutyledger.kit.Problem;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Reads texts that are text. Half a surrogate pair has no UTF-8, so its hash would cover something that nobody can show;
 * control characters and noncharacters can stand in no XML, so a report could not print them.
 */
final class PlainText extends StringDeserializer {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return checked(super.deserialize(parser, context));
    }

    /**
     * The text itself.
     *
     * @throws Problem 400 {@code INVALID_TEXT}
     */
    static String checked(String text) {
        text.codePoints().filter(PlainText::isNone).findFirst().ifPresent(none -> {
            throw new Problem(
                    400,
                    "INVALID_TEXT",
                    String.format(
                            "a text holds U+%04X: half of a surrogate pair, a control character or a noncharacter",
                            none));
        });
        return text;
    }

    private static boolean isNone(int c) {
        boolean layout = c == '\n' || c == '\r' || c == '\t';
        // a whole pair comes as one code point: what comes as a surrogate is half of one
        return (Character.isISOControl(c) && !layout)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || (c & 0xfffe) == 0xfffe;
    }
}
