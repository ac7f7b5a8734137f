package org.dutyledger.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the demonstration as stored in the source tree, without the code that sends them. */
final class DemoFiles {
    private static final Path FOLDER = Path.of("src/main/resources/demo/2021");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoFiles() {}

    /** One item, with who submits it. */
    record Item(String organisation, Set<String> roles, JsonNode json) {
        String id() {
            return text("item");
        }

        String type() {
            return text("type");
        }

        String text(String field) {
            return json.path(field).asString("");
        }

        /** The value of a figure, the text of everything else. */
        String content() {
            return type().equals("figure") ? text("value") : text("text");
        }
    }

    static List<JsonNode> organisations() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.getFileName().toString().matches("\\d\\d-.*\\.json"))
                    .sorted()
                    .map(DemoFiles::read)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode cycle() {
        return read(FOLDER.resolve("cycle.json"));
    }

    static List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (JsonNode organisation : organisations()) {
            Set<String> roles = organisation
                    .path("roles")
                    .valueStream()
                    .map(JsonNode::asString)
                    .collect(Collectors.toSet());
            for (JsonNode submission : organisation.path("submissions")) {
                submission
                        .path("items")
                        .forEach(i -> items.add(
                                new Item(organisation.path("organisation").asString(), roles, i)));
            }
        }
        return items;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
