package org.dutyledger.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.dutyledger.gateway.FakeBackend.ReplayQuery;
import org.dutyledger.gateway.RunningGateway;
import org.dutyledger.gateway.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets of calls, their headers, and the answer when a service is down. */
class RoutesIT {
    private static final String TOKEN = RunningGateway.token();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway("--spring.cloud.gateway.server.webflux.httpclient.response-timeout=700ms");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cycles,submission",
        "/api/v1/cycles/330602-2021,submission",
        "/api/v1/cycles/330602-2021/submissions,submission",
        "/api/v1/cycles/330602-2021/issued-reports,submission",
        "/api/v1/ledger/events,submission",
        "/.well-known/dutyledger/tile/0/000,submission",
        "/.well-known/dutyledger/checkpoint,submission",
        "/api/v1/cycles/330602-2021/evaluations,scoring",
        "/api/v1/cycles/330602-2021/evaluations/14,scoring",
        "/api/v1/cycles/330602-2021/findings,scoring",
        "/api/v1/cycles/330602-2021/progress,scoring",
        "/api/v1/cycles/330602-2021/reports,report",
        "/api/v1/cycles/330602-2021/reports/draft.docx,report",
        "/api/v1/cycles/330602-2021/reports/r1/proof,report",
        "/api/v1/ledger/proof/7,submission",
    })
    void path_leadsToItsService(String path, String service) throws Exception {
        assertThat(gateway.send(gateway.as(TOKEN, path)).body()).contains("\"" + service + "\"");
    }

    @Test
    void proofsOfTheLedger_needNoToken() throws Exception {
        assertThat(gateway.send(gateway.to("/.well-known/dutyledger/key.pem")).body())
                .contains("\"submission\"");
        assertThat(gateway.send(gateway.to("/.well-known/other")).statusCode()).isEqualTo(401);
    }

    @Test
    void noToken_isRefusedByTheGateway() throws Exception {
        int before = gateway.submission.asked().size();
        HttpResponse<String> answer = gateway.send(gateway.to("/api/v1/cycles"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("TOKEN_MISSING");
        assertThat(gateway.submission.asked()).hasSize(before);
    }

    @Test
    void publishedData_isReadWithoutAToken() throws Exception {
        assertThat(gateway.send(gateway.to("/.well-known/dutyledger/checkpoint"))
                        .body())
                .contains("\"submission\"");
        assertThat(gateway.send(gateway.to("/.well-known/other")).statusCode()).isEqualTo(401);
    }

    @Test
    void call_carriesTheTokenButNoCookieAndNoClaimsOfProxies() throws Exception {
        gateway.send(gateway.as(TOKEN, "/api/v1/cycles/x/submissions")
                .header("Cookie", "dutyledger-session=other; more=1")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("TE", "trailers")
                .header("Idempotency-Key", "k1")
                .POST(BodyPublishers.ofString("{}")));
        ReplayQuery asked = gateway.submission.last();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(asked.header("Idempotency-Key")).isEqualTo("k1");
        assertThat(asked.headers())
                .doesNotContainKeys("Cookie", "X-forwarded-for", "X-forwarded-host", "Forwarded", "Te");
    }

    @Test
    void stream_arrivesEventByEventAndOutlivesTheTimeout() throws Exception {
        gateway.scoring.push(7, "{\"position\":7}");
        HttpResponse<Stream<String>> stream = gateway.send(
                gateway.as(TOKEN, "/api/v1/cycles/c/progress/stream").header("Accept", "text/event-stream"),
                BodyHandlers.ofLines());
        assertThat(stream.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        Iterator<String> lines = stream.body().iterator();
        assertThat(untilData(lines)).contains("\"position\":7");
        // a call that runs into the timeout: by then the stream has been silent for longer than any call may be
        assertThat(gateway.send(gateway.as(TOKEN, "/api/v1/silent")).statusCode())
                .isEqualTo(504);
        gateway.scoring.push(8, "{\"position\":8}");
        assertThat(untilData(lines)).contains("\"position\":8");
        stream.body().close();
    }

    @Test
    void stream_endsWithItsToken() throws Exception {
        gateway.scoring.push(7, "{\"position\":7}");
        String brief = TestTokens.of("anna", Duration.ofSeconds(2));
        HttpResponse<Stream<String>> stream =
                gateway.send(gateway.as(brief, "/api/v1/cycles/c/progress/stream"), BodyHandlers.ofLines());
        assertThat(stream.body().filter(line -> line.startsWith("data:"))).hasSize(1);
    }

    @Test
    void stream_isClosedBehindTheGatewayWhenTheBrowserLeaves() throws Exception {
        HttpResponse<InputStream> stream =
                gateway.send(gateway.as(TOKEN, "/api/v1/cycles/c/progress/stream"), BodyHandlers.ofInputStream());
        Awaitility.await().until(() -> gateway.scoring.openStreams() > 0);
        stream.body().close();
        Awaitility.await().until(() -> {
            gateway.scoring.push(9, "{\"position\":9}");
            return gateway.scoring.openStreams() == 0;
        });
    }

    @Test
    void stream_isResumedByHeaderOrParameter() throws Exception {
        gateway.send(
                        gateway.as(TOKEN, "/api/v1/cycles/c/progress/stream?lastEventId=41")
                                .header("Last-Event-ID", "42"),
                        BodyHandlers.ofInputStream())
                .body()
                .close();
        assertThat(gateway.scoring.last().header("Last-Event-ID")).isEqualTo("42");
        assertThat(gateway.scoring.last().query()).isEqualTo("lastEventId=41");
    }

    @Test
    void tooLargeBody_isRefused_alsoInChunks() throws Exception {
        byte[] body = new byte[10_000_000];
        for (var publisher : List.of(
                BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
            HttpResponse<String> answer = gateway.send(
                    gateway.as(TOKEN, "/api/v1/cycles/c/submissions").POST(publisher));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("BODY_TOO_LARGE");
        }
    }

    @Test
    void silentService_isATimeoutWhoseOutcomeIsNotKnown() throws Exception {
        HttpResponse<String> answer = gateway.send(
                gateway.as(TOKEN, "/api/v1/cycles/c/submissions/silent").POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("BACKEND_TIMEOUT").contains("same Idempotency-Key");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void unavailableService_is503UntilItIsBack() throws Exception {
        gateway.report.shutDown();
        HttpResponse<String> answer = gateway.send(gateway.as(TOKEN, "/api/v1/cycles/c/reports"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.body()).contains("BACKEND_UNAVAILABLE").doesNotContain("127.0.0.1", "Exception");
        gateway.report.restart();
        assertThat(gateway.send(gateway.as(TOKEN, "/api/v1/cycles/c/reports")).statusCode())
                .isEqualTo(200);
    }

    private static String untilData(Iterator<String> lines) {
        String line = "";
        while (!line.startsWith("data:")) {
            line = lines.next();
        }
        return line;
    }
}
