package org.dutyledger.report.proof;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.issue.IssuedReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Requests the proof of a report from submission-service, in the caller's name. */
public final class LedgerProofs {
    /** The first proof after a start reads the whole ledger. */
    private static final Duration TIMEOUT = Duration.ofSeconds(100);

    private static final Logger LOG = LoggerFactory.getLogger(LedgerProofs.class);
    private final WebClient client;

    public LedgerProofs(HttpClient http, String url) {
        client = WebClient.builder()
                .clientConnector(new JdkClientHttpConnector(http))
                .baseUrl(url)
                .build();
    }

    /**
     * The proof as JSON, read as it is taken.
     *
     * @param bearer the caller's own token
     * @throws Problem as the ledger's owner refuses it, or 503 {@code LEDGER_UNAVAILABLE} when it does not answer
     */
    Mono<Flux<byte[]>> of(IssuedReport report, String bearer) {
        return client.get()
                .uri(
                        "/api/v1/ledger/proof?cycle={cycle}&upToPosition={upTo}&issued={issued}",
                        report.cycle(),
                        report.upToPosition(),
                        report.position())
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .retrieve()
                .onStatus(HttpStatusCode::isError, LedgerProofs::refusal)
                .toEntityFlux(byte[].class)
                .timeout(TIMEOUT)
                .onErrorMap(e -> e instanceof WebClientException || e instanceof TimeoutException, e -> {
                    // the message contains an internal address, which callers must not see
                    LOG.warn("submission-service gave no proof of report {}: {}", report.report(), e.getMessage());
                    return unavailable();
                })
                .mapNotNull(ResponseEntity::getBody)
                .map(body -> body.timeout(TIMEOUT));
    }

    private static Mono<Throwable> refusal(ClientResponse response) {
        int status = response.statusCode().value();
        return response.bodyToMono(ProblemBody.class)
                .onErrorComplete()
                .filter(problem -> problem.code() != null && problem.detail() != null)
                .map(problem -> (Throwable) new Problem(
                        status,
                        String.valueOf(problem.code()),
                        String.valueOf(problem.detail()),
                        List.of(),
                        status == 503 ? Duration.ofSeconds(5) : null))
                .defaultIfEmpty(unavailable());
    }

    private static Problem unavailable() {
        return new Problem(
                503,
                "LEDGER_UNAVAILABLE",
                "the ledger currently cannot be asked for a proof",
                List.of(),
                Duration.ofSeconds(5));
    }

    private record ProblemBody(
            @Nullable String code, @Nullable String detail) {}
}
