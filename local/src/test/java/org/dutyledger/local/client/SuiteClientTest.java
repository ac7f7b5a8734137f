package org.dutyledger.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteClientTest {
    private record Answer(int status, String body) {}

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private SuiteClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = new SuiteClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "t0ken");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void submission_carriesTokenAndKey() {
        answers.add(new Answer(201, "{\"lastPosition\":\"7\"}"));
        assertThat(client.submit("c-1", "k", Map.of("organisation", "o"), false)
                        .path("lastPosition")
                        .asString())
                .isEqualTo("7");
        assertThat(seen).containsExactly("POST /api/v1/cycles/c-1/submissions Bearer t0ken k {\"organisation\":\"o\"}");
    }

    @Test
    void submissionAsWritten_keepsEveryDigit() {
        answers.add(new Answer(201, "{}"));
        byte[] written = "{\"items\": [{\"value\": 12345678.90}]}".getBytes(StandardCharsets.UTF_8);
        client.submit("c-1", "k", written, false);
        assertThat(seen).singleElement().asString().endsWith(" k {\"items\": [{\"value\": 12345678.90}]}");
    }

    @Test
    void busySuite_isAskedAgain_withTheSameKey() {
        answers.add(new Answer(503, "{\"code\":\"LEDGER_UNAVAILABLE\"}"));
        answers.add(new Answer(201, "{}"));
        client.submit("c-1", "k", Map.of(), false);
        assertThat(seen).hasSize(2).allMatch(s -> s.contains(" k "));
    }

    @Test
    void refusal_namesItsItems() {
        answers.add(new Answer(422, """
                {"code":"INVALID","detail":"1 of 1 items","items":[{"index":0,"item":"x","code":"UNIT_NOT_ALLOWED",
                "detail":"unit must be 亿元","detailZh":"单位应为亿元"}]}"""));
        assertThatThrownBy(() -> client.submit("c-1", "k", Map.of(), true))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.status()).isEqualTo(422);
                    assertThat(e.code()).isEqualTo("INVALID");
                })
                .hasMessageContaining("items[0] x: UNIT_NOT_ALLOWED — unit must be 亿元 单位应为亿元");
    }

    @Test
    void answerThatIsNoJson_isShownAsItIs() {
        answers.add(new Answer(502, "<html>bad gateway</html>"));
        assertThatThrownBy(() -> client.get("/api/v1/cycles")).hasMessageContaining("bad gateway");
    }

    @Test
    void missingSuite_isExplained() {
        server.stop(0);
        assertThatThrownBy(() -> client.get("/")).isInstanceOf(SuiteUnreachableException.class);
    }

    @Test
    void download_appearsWholeOrNotAtAll(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("ledger.ndjson");
        answers.add(new Answer(403, "{\"code\":\"FORBIDDEN\",\"detail\":\"for auditors\"}"));
        assertThatThrownBy(() -> client.download("/x", file)).hasMessageContaining("for auditors");
        assertThat(directory).isEmptyDirectory();
        answers.add(new Answer(200, "line\n"));
        assertThat(client.download("/x", file)).isEqualTo(5);
        assertThat(file).hasContent("line\n");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + headers.getFirst("Authorization")
                + " " + headers.getFirst("Idempotency-Key") + " " + body);
        Answer answer = answers.remove();
        exchange.getResponseHeaders().add("Retry-After", "0");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
