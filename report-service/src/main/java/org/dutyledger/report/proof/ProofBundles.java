package org.dutyledger.report.proof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.issue.IssuedReport;
import org.dutyledger.report.issue.LedgerReplay;
import org.dutyledger.report.issue.ReportFiles;
import org.dutyledger.report.issue.ReportQueries;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Assembles the proof of an issued report for a recipient who has only the public key. */
public final class ProofBundles {
    public static final MediaType MEDIA_TYPE = MediaType.parseMediaType("application/vnd.dutyledger.report-proof+json");

    private final ReportQueries queries;
    private final ReportFiles files;
    private final LedgerReplay replay;
    private final LedgerProofs ledger;

    public ProofBundles(ReportQueries queries, ReportFiles files, LedgerReplay replay, LedgerProofs ledger) {
        this.queries = queries;
        this.files = files;
        this.replay = replay;
        this.ledger = ledger;
    }

    /** A report, the file of the framework that it was made with, and the canonical bytes of its model. */
    public record Found(IssuedReport report, byte[] framework, byte[] model) {}

    /**
     * The part of a bundle that this service holds. Blocks.
     *
     * @throws Problem 404 {@code REPORT_UNKNOWN}; 409 {@code REPORT_NOT_PROVEN} or {@code MODEL_ALTERED}; 503 {@code
     *     PROJECTION_BEHIND}
     */
    public Found find(String cycle, String id) {
        IssuedReport report = queries.report(cycle, id);
        Optional<byte[]> kept = files.model(cycle, id).filter(report::hasModel);
        return new Found(report, queries.frameworkFile(cycle), kept.orElseGet(() -> recomputed(report)));
    }

    /** The bundle as JSON in pieces; errors as for {@link LedgerProofs#of}. */
    public Mono<Flux<byte[]>> bundle(Found found, String bearer) {
        byte[] before = "\"format\":\"dutyledger/report-proof@2\",".getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] after = (",\"framework\":\"" + base64.encodeToString(found.framework()) + "\",\"model\":\""
                        + base64.encodeToString(found.model()) + "\"")
                .getBytes(StandardCharsets.UTF_8);
        return ledger.of(found.report(), bearer)
                .map(proof -> Flux.defer(() -> {
                    JsonObjectExtender more = new JsonObjectExtender(before, after);
                    return proof.map(more::next).concatWith(Mono.fromCallable(more::end));
                }));
    }

    /** A model that was lost or changed here can be had again from the ledger, and is then kept again. */
    private byte[] recomputed(IssuedReport report) {
        byte[] model =
                replay.report(report.cycle(), report.upToPosition()).model().canonical();
        if (!report.hasModel(model)) {
            throw new Problem(
                    409,
                    "MODEL_ALTERED",
                    "neither the stored model nor the one computed from the ledger is the one whose hash the ledger holds");
        }
        files.putModel(report.cycle(), report.report(), model);
        return model;
    }
}
