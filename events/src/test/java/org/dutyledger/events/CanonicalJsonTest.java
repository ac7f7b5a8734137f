package org.dutyledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Property(tries = 500)
    void anyStrings_areCanonicalForAnIndependentCanonicaliser(@ForAll Map<String, String> map) throws IOException {
        // a lone surrogate is not Unicode text and has no UTF-8 form
        if (map.entrySet().stream().anyMatch(e -> !encodable(e.getKey()) || !encodable(e.getValue()))) {
            return;
        }
        byte[] bytes = CanonicalJson.bytes(map);
        assertThat(new JsonCanonicalizer(bytes).getEncodedUTF8()).isEqualTo(bytes);
    }

    @Property
    void decimals_keepEveryDigit(@ForAll @Scale(12) BigDecimal value) {
        byte[] json = CanonicalJson.bytes(new Holder(value, 1));
        assertThat(CanonicalJson.read(json, Holder.class).value()).isEqualTo(value);
    }

    @Property
    void longs_keepEveryDigit(@ForAll long value) {
        byte[] json = CanonicalJson.bytes(new Holder(BigDecimal.ONE, value));
        assertThat(CanonicalJson.read(json, Holder.class).count()).isEqualTo(value);
    }

    @Test
    void decimals_areStringsWithoutExponent() {
        assertThat(CanonicalJson.text(new Holder(new BigDecimal("1E+3"), 2)))
                .isEqualTo("{\"count\":\"2\",\"value\":\"1000\"}");
    }

    @Test
    void read_refusesUnknownKeys() {
        assertThatThrownBy(() -> CanonicalJson.read(utf8("{\"value\":\"1\",\"count\":\"1\",\"x\":1}"), Holder.class))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("x");
    }

    @Test
    void read_refusesDuplicateKeys() {
        assertThatThrownBy(() ->
                        CanonicalJson.read(utf8("{\"value\":\"1\",\"count\":\"1\",\"count\":\"2\"}"), Holder.class))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("count");
    }

    @Test
    void read_refusesWhatFollowsTheValue() {
        assertThatThrownBy(() -> CanonicalJson.read(utf8("{\"value\":\"1\",\"count\":\"1\"}{}"), Holder.class))
                .isInstanceOf(MalformedEventException.class);
    }

    private static boolean encodable(String s) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(s);
    }

    private static byte[] utf8(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }

    record Holder(BigDecimal value, long count) {}
}
