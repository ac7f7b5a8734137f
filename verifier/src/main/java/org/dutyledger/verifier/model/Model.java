package org.dutyledger.verifier.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole content of the document, as report-service fixed it when it issued the report; its canonical JSON is what
 * the issued event's {@code modelSha256} binds.
 *
 * @param sha256 of the bytes that it was read from
 * @param sources rows of annex 1
 * @param results rows of annex 2
 */
public record Model(String sha256, About about, List<Paragraph> body, List<Source> sources, List<Result> results) {
    public Model {
        body = List.copyOf(body);
        sources = List.copyOf(sources);
        results = List.copyOf(results);
    }

    /** The subject of the report; times are kept as spelled. */
    public record About(
            String cycle,
            String jurisdiction,
            String jurisdictionName,
            String year,
            String framework,
            String frameworkTitle,
            String frameworkVersion,
            String frameworkSha256,
            long upToPosition,
            String asOf) {}

    /**
     * A paragraph of the body.
     *
     * @param style {@code TITLE}, {@code PART}, {@code GROUP} or {@code BODY}
     * @param holder indicator or section; empty for headings of the frame
     */
    public record Paragraph(String style, @Nullable String anchor, String holder, String head, List<Run> runs) {
        public Paragraph {
            runs = List.copyOf(runs);
        }

        /** The content. */
        public String text() {
            StringBuilder text = new StringBuilder(head);
            runs.forEach(r -> text.append(r.text()));
            return text.toString();
        }
    }

    /**
     * Consecutive characters of one origin.
     *
     * @param source row of annex 1 for what came from the ledger, else null
     */
    public record Run(String kind, String text, @Nullable String source) {}

    /** A row of annex 1: it has an event or a computation. */
    public record Source(
            String id,
            boolean printed,
            String holder,
            String place,
            String item,
            String name,
            String value,
            String unit,
            String origin,
            String period,
            @Nullable SetBy event,
            @Nullable Computation computation) {}

    /** The event that set a value. */
    public record SetBy(String organisation, String recordedAt, long position, String eventId) {}

    /** How a value was computed; the last three are null without a declared value. */
    public record Computation(
            String formula,
            List<String> inputs,
            @Nullable String declared,
            @Nullable String declaredValue,
            @Nullable String difference) {
        public Computation {
            inputs = List.copyOf(inputs);
        }
    }

    /** A row of annex 2. */
    public record Result(
            String indicator,
            String title,
            String verdict,
            @Nullable String score,
            List<String> missing,
            List<Reason> reasons,
            List<String> findings) {
        public Result {
            missing = List.copyOf(missing);
            reasons = List.copyOf(reasons);
            findings = List.copyOf(findings);
        }
    }

    /** One rule and its outcome. */
    public record Reason(
            String outcome, String text, @Nullable String source) {}
}
