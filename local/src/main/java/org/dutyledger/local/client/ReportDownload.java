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
public record ReportDownload(String cycle, String id, long upToPosition, JsonNode answer) {
    private static final String PROOF = ".proof.json";
    private static final String PAGE = "verify";
    private static final String PAGE_END = ".html";

    /**
     * Issues a complete report.
     *
     * @param upToPosition position up to and including which the ledger counts, or null for all of it
     * @throws ApiException when the suite refuses; {@code REPORT_INCOMPLETE} names what is missing or open
     */
    public static ReportDownload issue(SuiteClient client, String cycle, @Nullable Long upToPosition) {
        return issue(client, cycle, upToPosition == null ? Map.of() : Map.of("upToPosition", upToPosition));
    }

    /**
     * Issues the report of all that the ledger holds, complete or not.
     *
     * @throws ApiException when the suite refuses
     */
    public static ReportDownload issueIncomplete(SuiteClient client, String cycle) {
        return issue(client, cycle, Map.of("incomplete", true));
    }

    private static ReportDownload issue(SuiteClient client, String cycle, Map<String, Object> body) {
        JsonNode answer = client.post("/api/v1/cycles/" + SuiteClient.encoded(cycle) + "/reports", body);
        return new ReportDownload(
                cycle,
                answer.path("report").asString(),
                Long.parseLong(answer.path("upToPosition").asString()),
                answer);
    }

    /**
     * Writes every document of the report, its proof, and the page that checks them, into a directory under names of
     * county, year and report, and returns their paths. No file is overwritten.
     */
    public List<Path> download(SuiteClient client, Path directory) {
        List<Path> written = new ArrayList<>();
        try {
            OutputDirectory out = new OutputDirectory(directory);
            for (JsonNode file : answer.path("files")) {
                String name = file.path("name").asString();
                String end = name.substring(Math.max(0, name.lastIndexOf('.')));
                written.add(save(out, client, file.path("fileName").asString(), end, file.path("href")));
            }
            if (answer.path("proof").isString()) {
                written.add(save(out, client, answer.path("proofFileName").asString(), PROOF, answer.path("proof")));
                written.add(out.save(PAGE, PAGE, PAGE_END, ReportDownload::writePage));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    /** Whether a file that {@link #download} wrote is the proof. */
    public static boolean isProof(Path file) {
        return file.toString().endsWith(PROOF);
    }

    /** Whether a file that {@link #download} wrote is a document of the report: neither the proof nor the page. */
    public static boolean isDocument(Path file) {
        return !isProof(file) && !file.getFileName().toString().matches(PAGE + "(-[0-9]+)?" + PAGE_END);
    }

    private Path save(OutputDirectory out, SuiteClient client, String fileName, String end, JsonNode href)
            throws IOException {
        String name = fileName.endsWith(end) ? fileName.substring(0, fileName.length() - end.length()) : fileName;
        return out.save(name, cycle + "-" + id, end, file -> client.download(href.asString(), file));
    }

    /** The page of this program, not one that the suite would send. */
    private static void writePage(Path file) throws IOException {
        String resource = "/static/" + PAGE + PAGE_END;
        try (InputStream page = Objects.requireNonNull(ReportDownload.class.getResourceAsStream(resource), resource)) {
            Files.write(file, page.readAllBytes());
        }
    }
}
