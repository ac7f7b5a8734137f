package org.dutyledger.submission.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.dutyledger.kit.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"18.87", "18.870", "0.10", "1e1000000000", "9007199254740993", "-0"})
    void aNumberLiteral_isKeptAsItWasWritten(String literal) {
        assertThat(value(literal)).isEqualTo(literal);
        assertThat(value("\"" + literal + "\"")).isEqualTo(literal);
    }

    @Test
    void anOverlongLiteral_isKeptForThePolicyToRefuse() {
        String digits = "7".repeat(500_000);
        assertThat(value(digits)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"value":true}                | WRONG_JSON
            {"value":["1"]}               | WRONG_JSON
            {"value":{"a":1}}             | WRONG_JSON
            {"value":NaN}                 | MALFORMED_JSON
            {"value":01}                  | MALFORMED_JSON
            {"value":"1","value":"2"}     | MALFORMED_JSON
            {"value":"1"} {}              | MALFORMED_JSON
            {"value":"1",}                | MALFORMED_JSON
            {"text":5}                    | WRONG_JSON
            {"size":"5"}                  | WRONG_JSON
            {"size":5.5}                  | WRONG_JSON
            {"wert":"1"}                  | UNKNOWN_FIELD
            {"action":"SUBMIT"}           | WRONG_JSON
            {"action":0}                  | WRONG_JSON
            """)
    void inexactInput_isReportedByCode(String fields, String code) {
        String complete = fields.startsWith("{\"action\"")
                ? fields.replace("{", "{\"item\":\"x\",")
                : fields.replaceFirst("\\{", "{\"action\":\"submit\",\"item\":\"x\",");
        assertThat(refused(complete).code()).as(complete).isEqualTo(code);
    }

    @Test
    void wrongInput_isReportedWithItsPlace() {
        assertThat(refused("{\"action\":\"submit\",\n \"item\":\"x\",\n \"size\":\"5\"}"))
                .hasMessageContaining("$.size")
                .hasMessageContaining("line 3");
        assertThat(refused("{\"action\":\"submit\",\"item\":\"x\",\"wert\":1}"))
                .hasMessageContaining("'wert'")
                .hasMessageContaining("value");
        assertThat(refused("{\"item\":\"x\"}")).hasMessageContaining("action");
    }

    @Test
    void ofTheBody_littleIsQuoted() {
        String huge = "{\"action\":\"submit\",\"item\":\"x\",\"" + "w".repeat(40_000) + "\":1}";
        assertThat(refused(huge).getMessage()).hasSizeLessThan(600);
        assertThat(refused("{".repeat(5_000)).code()).isEqualTo("MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00x", "a\\u0000", "\\u0001", "\\u001b[2J", "\\ufffe", "\\u007f"})
    void notAText_isRefusedBeforeItIsStored(String written) {
        for (String field : new String[] {"note", "text", "item", "value"}) {
            String item = "{\"action\":\"submit\",\"type\":\"fact\",\"" + field + "\":\"" + written + "\"}";
            assertThat(refused(item.replace("{\"a", "item".equals(field) ? "{\"a" : "{\"item\":\"x\",\"a"))
                            .code())
                    .as(field)
                    .isEqualTo("INVALID_TEXT");
        }
    }

    @Test
    void linesAndRareCharacters_areText_blanksAreNormalised() {
        assertThat(read("{\"action\":\"submit\",\"item\":\"x\",\"note\":\" a\\r\\n\\tb\\u200b\\ud842\\udfb7\\u00a0\"}")
                        .note())
                .isEqualTo("a\nb𠮷");
    }

    @Test
    void invisibleText_isEmpty() {
        for (String blank : new String[] {"\\u00a0", "\\u200b", "\\ufeff", "\\u3000", "\\ufe0f"}) {
            assertThat(read("{\"action\":\"submit\",\"item\":\"x\",\"text\":\"" + blank + "\",\"reason\":\"" + blank
                            + "\"}"))
                    .satisfies(item -> {
                        assertThat(item.text()).isEmpty();
                        assertThat(item.reason()).isEmpty();
                    });
        }
    }

    @Test
    void bytesThatAreNoText_areMalformed() {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> StrictJson.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0x00}, ItemBody.class));
        assertThat(problem.code()).isEqualTo("MALFORMED_JSON");
    }

    private static String value(String literal) {
        return read("{\"action\":\"submit\",\"type\":\"figure\",\"item\":\"x\",\"value\":" + literal + "}")
                .value();
    }

    private static ItemBody read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), ItemBody.class);
    }

    private static Problem refused(String json) {
        return catchThrowableOfType(Problem.class, () -> read(json));
    }
}
