package org.dutyledger.submission.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.intake.request.ItemBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema agrees with the code. */
class PublishedSchemaTest {
    private final InboundReader reader = new InboundReader();
    private final JsonNode schema = JsonMapper.shared()
            .readTree(PublishedSchemaTest.class.getResourceAsStream("/schema/submission.v1.schema.json"));

    @Test
    void fields_areThoseOfTheCode() {
        assertThat(names(schema.path("properties")))
                .containsExactlyInAnyOrderElementsOf(components(InboundReader.Body.class));
        assertThat(names(schema.path("$defs").path("item").path("properties")))
                .containsExactlyInAnyOrderElementsOf(components(ItemBody.class));
    }

    @Test
    void aFullRecord_isRead() {
        InboundReader.Inbound inbound = reader.read(bytes("""
                {"cycle":"330602-2021","organisation":"330602-czj","key":"2022-03-01/7","submittedBy":"财政系统","items":[
                 {"action":"submit","type":"figure","item":"budget","value":18.870,"unit":"亿元","period":"2021",
                  "basis":"REPORTED","asOf":null,"note":null},
                 {"action":"withdraw","item":"growth","reason":"口径"},
                 {"action":"submit","type":"evidence","item":"budget","sha256":"%s","fileName":"a.pdf",
                  "mediaType":"application/pdf","size":12}]}""".formatted("a".repeat(64))));
        assertThat(inbound.origin().door()).isEqualTo("kafka");
        assertThat(inbound.origin().actor()).isEqualTo("kafka:330602-czj/财政系统");
        assertThat(inbound.origin().key()).isEqualTo("2022-03-01/7");
        assertThat(inbound.request().items()).hasSize(3);
        assertThat(inbound.request().items().get(0).value()).isEqualTo("18.870");
    }

    @Test
    void withoutAName_theOrganisationsSystemIsTheActor() {
        assertThat(reader.read(bytes(minimal("k"))).origin().actor()).isEqualTo("kafka:o");
    }

    @Test
    void aNameInTheRecord_isNeverTheSubjectOfAToken() {
        String record = minimal("k").replace("\"key\"", "\"submittedBy\":\"local-supervisor\",\"key\"");
        assertThat(reader.read(bytes(record)).origin().actor()).isEqualTo("kafka:o/local-supervisor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cycle", "organisation", "key", "items"})
    void requiredField_isDemanded(String field) {
        String without = minimal("k").replace("\"" + field + "\"", "\"other\"");
        assertThat(refused(without).code()).isEqualTo("SCHEMA_VIOLATION");
        assertThat(refused(without)).hasMessageContaining(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "键"})
    void keys_areVisibleAscii(String key) {
        assertThat(refused(minimal(key)).code()).isEqualTo("SCHEMA_VIOLATION");
    }

    @Test
    void moreThanFiveHundredItems_areTooMany() {
        String item = "{\"action\":\"withdraw\",\"item\":\"x\",\"reason\":\"y\"}";
        String items = String.join(",", java.util.Collections.nCopies(501, item));
        assertThat(refused(minimal("k").replaceFirst("\\[.*]", "[" + items + "]"))
                        .code())
                .isEqualTo("SCHEMA_VIOLATION");
    }

    private Problem refused(String json) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Problem.class, () -> reader.read(bytes(json)));
    }

    private static String minimal(String key) {
        return "{\"cycle\":\"c\",\"organisation\":\"o\",\"key\":\"" + key
                + "\",\"items\":[{\"action\":\"withdraw\",\"item\":\"x\",\"reason\":\"y\"}]}";
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(JsonNode properties) {
        return List.copyOf(properties.propertyNames());
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
