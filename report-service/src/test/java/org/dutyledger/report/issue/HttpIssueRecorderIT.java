package org.dutyledger.report.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.kit.Problem;
import org.dutyledger.kit.ServiceToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpIssueRecorderIT {
    private static final IssueRecorder.Issue REPORT = new IssueRecorder.Issue(
            "c1", "r7-abc", 7, "ab".repeat(32), List.of(new IssuedFile("report.docx", "x/y", "cd".repeat(32), 99)));
    private HttpServer server;
    private IssueRecorder recorder;
    private volatile int status = 201;
    private volatile String answer = "{\"firstPosition\":8,\"lastPosition\":8,\"new\":\"fields do not matter\"}";
    private volatile JsonNode body;
    private volatile String path = "";
    private volatile String key = "";
    private volatile String bearer = "";
    private volatile String person = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        recorder = new HttpIssueRecorder(RestClient.create(url), new ServiceToken("service", null));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void report_isRecordedWithTheServiceToken_onBehalfOfTheCaller_underItsOwnKey() {
        assertThat(recorder.record(REPORT, "Bearer caller")).isEqualTo(8);
        assertThat(path).isEqualTo("/api/v1/cycles/c1/issued-reports");
        assertThat(bearer).isEqualTo("Bearer service");
        assertThat(person).isEqualTo("Bearer caller");
        assertThat(key).isEqualTo("report-r7-abc");
        assertThat(body.get("report").asString()).isEqualTo("r7-abc");
        assertThat(body.get("upToPosition").asLong()).isEqualTo(7);
        assertThat(body.get("modelSha256").asString()).isEqualTo("ab".repeat(32));
        assertThat(body.get("files").get(0).get("sha256").asString()).isEqualTo("cd".repeat(32));
        assertThat(body.get("files").get(0).get("size").asLong()).isEqualTo(99);
    }

    @Test
    void refusal_isPassedOnWithItsCode() {
        status = 403;
        answer = "{\"code\":\"NOT_YOUR_JURISDICTION\",\"detail\":\"not yours\",\"items\":[]}";
        assertThatThrownBy(() -> recorder.record(REPORT, "Bearer x")).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.status()).isEqualTo(403);
            assertThat(p.code()).isEqualTo("NOT_YOUR_JURISDICTION");
            assertThat(p.getMessage()).isEqualTo("not yours");
        });
    }

    @Test
    void refusalThatIsNoProblemDetail_isStillARefusal() {
        status = 400;
        answer = "<html>";
        assertThatThrownBy(() -> recorder.record(REPORT, "Bearer x"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("NOT_RECORDED"));
    }

    @Test
    void serverError_andSilence_areAnUnknownOutcome() {
        status = 500;
        assertThatThrownBy(() -> recorder.record(REPORT, "Bearer x"))
                .isInstanceOfSatisfying(Problem.class, HttpIssueRecorderIT::unknown);
        server.stop(0);
        assertThatThrownBy(() -> recorder.record(REPORT, "Bearer x"))
                .isInstanceOfSatisfying(Problem.class, HttpIssueRecorderIT::unknown);
    }

    private static void unknown(Problem problem) {
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(problem.retryAfter()).isNotNull();
        assertThat(problem.getMessage()).doesNotContain("127.0.0.1", "http");
    }

    private void answer(HttpExchange exchange) throws IOException {
        path = exchange.getRequestURI().getPath();
        key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        bearer = exchange.getRequestHeaders().getFirst("Authorization");
        person = exchange.getRequestHeaders().getFirst("On-Behalf-Of");
        body = JsonMapper.builder().build().readTree(exchange.getRequestBody().readAllBytes());
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
