package org.dutyledger.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content that the demonstration sends.
 *
 * <p>A folder of resources: {@code cycle.json} is the body of {@code POST /cycles}; every other file is one
 * organisation: {@code {organisation, name, roles, submissions: [{key, items}]}}. Organisations are in the order of
 * their files' names.
 */
public record DemoContent(JsonNode cycle, List<Map<String, Object>> organisations, List<Submission> submissions) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public DemoContent {
        organisations = List.copyOf(organisations);
        submissions = List.copyOf(submissions);
    }

    /** The county of the 2021 report. */
    public static DemoContent of2021() {
        return read("/demo/2021");
    }

    /** One submission: its organisation, its idempotency key, what it holds. */
    public record Submission(String organisation, String key, JsonNode items) {
        /** As sent over HTTP. */
        Map<String, Object> body() {
            return Map.of("organisation", organisation, "items", items);
        }
    }

    /** Id of the cycle. */
    public String cycleId() {
        return cycle.path("cycle").asString();
    }

    /** Code of the county. */
    public String jurisdiction() {
        return cycle.path("jurisdiction").asString();
    }

    private static DemoContent read(String folder) {
        URL url = Objects.requireNonNull(DemoContent.class.getResource(folder), folder);
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DemoContent read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(".json") && !f.endsWith("cycle.json"))
                    .sorted()
                    .toList();
        }
        List<Map<String, Object>> organisations = new ArrayList<>();
        List<Submission> submissions = new ArrayList<>();
        for (Path file : files) {
            JsonNode one = JSON.readTree(Files.readAllBytes(file));
            String organisation = one.path("organisation").asString();
            organisations.add(
                    Map.of("organisation", organisation, "name", one.path("name"), "roles", one.path("roles")));
            for (JsonNode submission : one.path("submissions")) {
                submissions.add(
                        new Submission(organisation, submission.path("key").asString(), submission.path("items")));
            }
        }
        return new DemoContent(
                JSON.readTree(Files.readAllBytes(folder.resolve("cycle.json"))), organisations, submissions);
    }
}
