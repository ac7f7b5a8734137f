package org.dutyledger.report.issue;

import java.time.Duration;
import java.util.List;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.events.CycleEvent.ReportIssued;
import org.dutyledger.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Records issued reports with submission-service over HTTP, in the caller's name. */
public final class HttpIssueRecorder implements IssueRecorder {
    private static final int SERVER_ERROR = 500;
    private final RestClient client;

    public HttpIssueRecorder(RestClient client) {
        this.client = client;
    }

    @Override
    public long record(ReportIssued report, String bearer) {
        try {
            Receipt receipt = client.post()
                    .uri("/api/v1/cycles/{cycle}/issued-reports", report.cycle())
                    .header(HttpHeaders.AUTHORIZATION, bearer)
                    .header("Idempotency-Key", "report-" + report.report())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Body(report.report(), report.upToPosition(), report.modelSha256(), report.files()))
                    .retrieve()
                    .body(Receipt.class);
            if (receipt == null) {
                throw unknown("empty answer");
            }
            return receipt.firstPosition();
        } catch (RestClientResponseException e) {
            throw e.getStatusCode().value() < SERVER_ERROR ? refused(e) : unknown(e.getMessage());
        } catch (RestClientException e) {
            throw unknown(e.getMessage());
        }
    }

    private static Problem refused(RestClientResponseException e) {
        Told told = null;
        try {
            told = e.getResponseBodyAs(Told.class);
        } catch (RuntimeException notAProblem) {
            e.addSuppressed(notAProblem);
        }
        String code = told == null || told.code() == null ? "NOT_RECORDED" : told.code();
        String detail = told == null || told.detail() == null ? "the ledger did not record the report" : told.detail();
        return new Problem(e.getStatusCode().value(), code, detail);
    }

    private static Problem unknown(@Nullable String why) {
        return new Problem(
                503,
                "OUTCOME_UNKNOWN",
                "the ledger did not confirm the report: " + why + "; issue it again",
                List.of(),
                Duration.ofSeconds(5));
    }

    private record Body(String report, long upToPosition, String modelSha256, List<IssuedFile> files) {}

    private record Receipt(long firstPosition) {}

    private record Told(@Nullable String code, @Nullable String detail) {}
}
