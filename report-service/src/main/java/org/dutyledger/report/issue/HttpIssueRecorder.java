package org.dutyledger.report.issue;

import java.time.Duration;
import java.util.List;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.kit.OnBehalfOf;
import org.dutyledger.kit.Problem;
import org.dutyledger.kit.ServiceToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Records issued reports with submission-service over HTTP: with the service token, on behalf of the caller. */
public final class HttpIssueRecorder implements IssueRecorder {
    private static final int SERVER_ERROR = 500;
    private static final Logger LOG = LoggerFactory.getLogger(HttpIssueRecorder.class);
    private final RestClient client;
    private final ServiceToken token;

    public HttpIssueRecorder(RestClient client, ServiceToken token) {
        this.client = client;
        this.token = token;
    }

    @Override
    public long record(Issue issue, String bearer) {
        try {
            Receipt receipt = client.post()
                    .uri("/api/v1/cycles/{cycle}/issued-reports", issue.cycle())
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.read())
                    .header(OnBehalfOf.HEADER, bearer)
                    .header("Idempotency-Key", "report-" + issue.report())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Body(issue.report(), issue.upToPosition(), issue.modelSha256(), issue.files()))
                    .retrieve()
                    .body(Receipt.class);
            if (receipt == null) {
                throw unknown("empty answer");
            }
            return receipt.firstPosition();
        } catch (RestClientResponseException e) {
            throw e.getStatusCode().value() < SERVER_ERROR
                    ? refused(e)
                    : unknown("it answered " + e.getStatusCode().value());
        } catch (RestClientException e) {
            // the message contains an internal address, which callers must not see
            LOG.warn("submission-service did not confirm report {}: {}", issue.report(), e.getMessage());
            throw unknown("no answer");
        }
    }

    private static Problem refused(RestClientResponseException e) {
        ProblemBody problem = null;
        try {
            problem = e.getResponseBodyAs(ProblemBody.class);
        } catch (RuntimeException notAProblem) {
            e.addSuppressed(notAProblem);
        }
        String code = problem == null || problem.code() == null ? "NOT_RECORDED" : problem.code();
        String detail =
                problem == null || problem.detail() == null ? "the ledger did not record the report" : problem.detail();
        return new Problem(e.getStatusCode().value(), code, detail);
    }

    private static Problem unknown(String why) {
        return new Problem(
                503,
                "OUTCOME_UNKNOWN",
                "the ledger did not confirm the report: " + why + "; issue it again",
                List.of(),
                Duration.ofSeconds(5));
    }

    private record Body(String report, long upToPosition, String modelSha256, List<IssuedFile> files) {}

    private record Receipt(long firstPosition) {}

    private record ProblemBody(
            @Nullable String code, @Nullable String detail) {}
}
