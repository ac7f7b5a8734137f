package org.dutyledger.local.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A report that was issued and recorded in the ledger. */
public record IssuedReport(String cycle, String id, long upToPosition, JsonNode answer) {
    /** Name of the file that proves the report to whoever reads it. */
    public static final String PROOF = "report.proof.json";

    /** Name of the page that checks report and proof in a browser. */
    public static final String PAGE = "verify.html";

    /**
     * Issues a complete report.
     *
     * @param upToPosition position up to and including which the ledger counts, or null for all of it
     * @throws ApiException when the suite refuses; {@code REPORT_INCOMPLETE} names what is missing or open
     */
    public static IssuedReport issue(SuiteClient client, String cycle, @Nullable Long upToPosition) {
        return issue(client, cycle, upToPosition == null ? Map.of() : Map.of("upToPosition", upToPosition));
    }

    /**
     * Issues the report of all that the ledger holds, complete or not.
     *
     * @throws ApiException when the suite refuses
     */
    public static IssuedReport issueIncomplete(SuiteClient client, String cycle) {
        return issue(client, cycle, Map.of("incomplete", true));
    }

    private static IssuedReport issue(SuiteClient client, String cycle, Map<String, Object> body) {
        JsonNode answer = client.post("/api/v1/cycles/" + SuiteClient.encoded(cycle) + "/reports", body);
        return new IssuedReport(
                cycle,
                answer.path("report").asString(),
                Long.parseLong(answer.path("upToPosition").asString()),
                answer);
    }

    /**
     * Writes every document of the report, its proof, and the page that checks them, into a directory and returns their
     * paths.
     */
    public List<Path> download(SuiteClient client, Path directory) {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(directory);
            for (JsonNode file : answer.path("files")) {
                // the name comes from the network: only its last part may name a file of ours
                Path target = directory.resolve(
                        Path.of(file.path("name").asString()).getFileName().toString());
                Files.write(target, client.bytes(file.path("href").asString()));
                written.add(target);
            }
            if (answer.path("proof").isString()) {
                Path target = directory.resolve(PROOF);
                client.download(answer.path("proof").asString(), target);
                written.add(target);
                written.add(page(directory));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    /** The page of this program, not one that the suite would send. */
    private static Path page(Path directory) throws IOException {
        Path target = directory.resolve(PAGE);
        try (InputStream page =
                Objects.requireNonNull(IssuedReport.class.getResourceAsStream("/static/" + PAGE), PAGE)) {
            Files.write(target, page.readAllBytes());
        }
        return target;
    }
}
