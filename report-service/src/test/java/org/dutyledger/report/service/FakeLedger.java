package org.dutyledger.report.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.follow.ChainedEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replaces submission-service: its audit feed and its record of issued reports. */
final class FakeLedger implements AutoCloseable {
    private static final Pattern PAGE = Pattern.compile("from=(\\d+)&limit=(\\d+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    final List<ChainedEvent> events = new CopyOnWriteArrayList<>();
    final List<JsonNode> issued = new CopyOnWriteArrayList<>();
    final List<String> bearers = new CopyOnWriteArrayList<>();
    final List<String> persons = new CopyOnWriteArrayList<>();
    final List<String> proofs = new CopyOnWriteArrayList<>();
    volatile List<String> proof = List.of();
    volatile int answer = 201;

    FakeLedger() throws IOException {
        server.createContext("/api/v1/ledger/events", this::feed);
        server.createContext("/api/v1/cycles/" + EventScript.CYCLE + "/issued-reports", this::record);
        server.createContext("/api/v1/ledger/proof", this::prove);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void feed(HttpExchange exchange) throws IOException {
        if (!"Bearer service-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, Map.of());
            return;
        }
        Matcher page = PAGE.matcher(exchange.getRequestURI().getQuery());
        if (!page.matches()) {
            answer(exchange, 400, Map.of());
            return;
        }
        long from = Long.parseLong(page.group(1));
        List<Map<String, Object>> found = new ArrayList<>();
        events.stream()
                .filter(e -> e.position() >= from)
                .limit(Math.min(3, Long.parseLong(page.group(2))))
                .forEach(e -> found.add(Map.of(
                        "position", e.position(),
                        "previousHash", e.previousHash(),
                        "commitHash", e.commitHash(),
                        "commit", e.commit().toString(),
                        "data", Base64.getEncoder().encodeToString(e.data()))));
        answer(exchange, 200, Map.of("events", found, "size", events.size()));
    }

    private void prove(HttpExchange exchange) throws IOException {
        proofs.add(exchange.getRequestURI().getQuery());
        bearers.add(exchange.getRequestHeaders().getFirst("Authorization"));
        if (answer != 201) {
            answer(exchange, answer, Map.of("code", "PROOF_TOO_LARGE", "detail", "too large"));
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        for (String piece : proof) {
            exchange.getResponseBody().write(piece.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    private void record(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        bearers.add(exchange.getRequestHeaders().getFirst("Authorization"));
        persons.add(exchange.getRequestHeaders().getFirst("On-Behalf-Of"));
        if (answer != 201) {
            answer(exchange, answer, Map.of("code", "CYCLE_CLOSED", "detail", "closed"));
            return;
        }
        boolean repeated = issued.contains(body);
        if (!repeated) {
            issued.add(body);
        }
        answer(
                exchange,
                repeated ? 200 : 201,
                Map.of("firstPosition", 1000 + issued.indexOf(body), "repeated", repeated));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] json = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }
}
