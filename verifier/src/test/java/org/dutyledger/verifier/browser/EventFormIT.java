package org.dutyledger.verifier.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.MalformedEventException;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.events.UnknownEventTypeException;
import org.junit.jupiter.api.Test;

/** Of every type of event and every alteration of its form, the page takes the same ones for events as the program. */
class EventFormIT extends JudgePage {
    private static final Path CONTRACT = Path.of("..", "events", "src", "test", "resources", "contract");
    private static final List<Object> OTHER_VALUES = List.of(
            "",
            "x",
            "0",
            "-0",
            "-0.0",
            "007",
            "1.50",
            ".5",
            "5.",
            "+5",
            "1E3",
            "9".repeat(40),
            "9".repeat(41),
            "999999999999999999",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "-5",
            "REPORTED",
            "reported",
            "2021-02-29",
            "2020-02-29",
            "2021-2-1",
            "2022-03-01T08:00:00Z",
            "2022-03-01T24:00:00Z",
            "2022-03-01T08:00:60Z",
            "2022-03-01T08:00:00.000Z",
            "2022-03-01T08:00:00.120Z",
            "2022-03-01T08:00:00.12Z",
            "2022-03-01T08:00:00.120000Z",
            "2022-03-01T08:00:00.120001Z",
            "2022-03-01T08:00:00+00:00",
            "\u0001\u007f\u2028\ud83d\ude00\"\\/\b\t\n\f\r",
            0,
            2021,
            -2_147_483_648,
            2_147_483_647,
            "2147483648",
            1.5,
            true,
            List.of(),
            List.of("a"),
            List.of("b", "a"),
            List.of(1),
            Map.of(),
            Map.of("a", "b"),
            Map.of("a", 1),
            List.of(Map.of("mediaType", "x", "name", "x", "sha256", "x", "size", "0")),
            List.of(Map.of("mediaType", "x", "name", "x", "sha256", "x", "size", 0)),
            List.of(Map.of("mediaType", "x", "name", "x", "sha256", "x")));

    private final List<String> tried = new ArrayList<>();

    @Test
    void everyForm_isJudgedAlike() throws IOException {
        for (String event : contract()) {
            tried.add(event);
            assertThat(isEvent(event)).as(event).isTrue();
            members(event);
            spellings(event);
        }
        List<String> expected = tried.stream()
                .map(event -> isEvent(event) ? "HOLDS" : "EVENT_FORM")
                .toList();
        assertThat(expected).contains("HOLDS", "EVENT_FORM").hasSizeGreaterThan(10_000);
        Object judged = page.evaluate(
                "events => module0.judgeEvents(events)",
                tried.stream()
                        .map(event -> Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8)))
                        .toList());
        assertThat((List<?>) judged).hasSameSizeAs(expected);
        for (int i = 0; i < tried.size(); i++) {
            assertThat(((List<?>) judged).get(i)).as(tried.get(i)).isEqualTo(expected.get(i));
        }
    }

    /** Each member of envelope and payload removed, and with every other value; one more member in each. */
    private void members(String event) {
        for (String part : List.of("", "payload", "meta")) {
            for (String name : part(object(event), part).keySet()) {
                alter(event, part, (members, n) -> members.remove(n), name);
                for (Object other : OTHER_VALUES) {
                    alter(event, part, (members, n) -> members.put(n, other), name);
                }
            }
            for (String name : List.of("asOf", "note", "deadline", "aggregateType", "constructor", "__proto__", "zz")) {
                alter(event, part, (members, n) -> members.put(n, "2021-12-31"), name);
                alter(event, part, (members, n) -> members.put(n, "2021-12-31T00:00:00Z"), name);
            }
        }
    }

    private void alter(String event, String part, BiConsumer<Map<String, Object>, String> change, String name) {
        Map<String, Object> altered = object(event);
        change.accept(part(altered, part), name);
        tried.add(CanonicalJson.text(altered));
    }

    /** The same members and values, written in another way. */
    private void spellings(String event) {
        tried.add(" " + event);
        tried.add(event + "\n");
        tried.add(event.replace(",\"", ", \""));
        tried.add(event.replace("\":", "\" :"));
        tried.add(event.replaceFirst("\"([a-z])", "\"\\\\u0061$1"));
        tried.add(event.replace("/", "\\/"));
        tried.add(event.replaceFirst("(\"cycle\":\"[^\"]*\"),(\"[a-zA-Z]*\":\"[^\"]*\")", "$2,$1"));
        tried.add(event.replaceFirst(":([0-9]+)", ":$1.0"));
        tried.add(event.replaceFirst(":([0-9]+)", ":$1e0"));
        tried.add(event.replaceFirst("\"cycle\":", "\"cycle\":null,\"cycle\":"));
        tried.add(event.replace("\"payload\":{", "\"payload\":{\"aa\":null,"));
    }

    private static boolean isEvent(String event) {
        try {
            RecordedEvent.decodeExactly(0, null, event.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (MalformedEventException | UnknownEventTypeException e) {
            return false;
        }
    }

    /** The approved payload of each type in an envelope. */
    private static List<String> contract() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACT)) {
            List<String> events = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                Map<String, Object> envelope = new TreeMap<>(Map.of(
                        "aggregate",
                        "s",
                        "commit",
                        "0d3f6c0e-7a4c-7b51-8f5e-2f4d9f6f1c01",
                        "id",
                        "1d3f6c0e-7a4c-7b51-8f5e-2f4d9f6f1c02",
                        "seq",
                        "0",
                        "ts",
                        "2022-03-01T08:00:00.120Z"));
                envelope.put("meta", Map.of("actor", "a"));
                envelope.put("payload", CanonicalJson.read(Files.readAllBytes(file), Object.class));
                envelope.put("type", file.getFileName().toString().replace(".json", ""));
                events.add(CanonicalJson.text(envelope));
            }
            return events;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String json) {
        return CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8), TreeMap.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> event, String part) {
        return part.isEmpty() ? event : (Map<String, Object>) event.get(part);
    }
}
