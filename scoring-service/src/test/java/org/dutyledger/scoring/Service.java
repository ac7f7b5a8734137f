package org.dutyledger.scoring;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scoring service as it is started for real, with an audit feed beside it and a client in front. */
final class Service implements AutoCloseable {
    static final HttpClient HTTP = HttpClient.newHttpClient();
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String SUPERVISOR = TestTokens.token("supervisor", List.of(), List.of("330602"));
    private final ConfigurableApplicationContext context;
    private final HttpServer feed;

    private Service(ConfigurableApplicationContext context, HttpServer feed) {
        this.context = context;
        this.feed = feed;
    }

    static Service start(String mongo, String kafka, Path keys, TestLedger ledger, String... more) throws IOException {
        HttpServer feed = feed(ledger);
        Map<String, Object> settings = new HashMap<>(Map.of(
                "server.port",
                0,
                "spring.mongodb.uri",
                mongo,
                "dutyledger.kafka.bootstrap-servers",
                kafka,
                "dutyledger.submission-url",
                "http://127.0.0.1:" + feed.getAddress().getPort(),
                "dutyledger.service-token",
                TestTokens.token("service", List.of(), List.of("*")),
                "dutyledger.jwt.public-key",
                TestTokens.publicKey(keys),
                "dutyledger.scoring.heartbeat",
                "200ms"));
        for (String setting : more) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        String[] arguments = settings.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        return new Service(
                new SpringApplicationBuilder(ScoringApplication.class)
                        .properties(ScoringApplication.DEFAULTS)
                        .run(arguments),
                feed);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** What follows a cycle in the addresses of this service; where an indicator is needed it is 17. */
    List<String> addressesOfACycle() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream())
                .map(PathPattern::getPatternString)
                .filter(pattern -> pattern.startsWith("/api/v1/cycles/{cycle}"))
                .map(pattern -> pattern.replace("/api/v1/cycles/{cycle}", "").replace("{indicator}", "17"))
                .toList();
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path, String token) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path, token);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** HTTP status of the health address. */
    int health() throws Exception {
        return get("/actuator/health", "").statusCode();
    }

    /** The intake part of the health, which is answered also when it is bad. */
    JsonNode intake() throws IOException, InterruptedException {
        return JSON.readTree(get("/actuator/health", "").body())
                .path("components")
                .path("intake");
    }

    long applied() {
        try {
            return intake().path("details").path("applied").asLong(-2);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.close();
        feed.stop(0);
    }

    /** What submission-service answers at {@code /api/v1/ledger/events}. */
    private static HttpServer feed(TestLedger ledger) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "feed");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/api/v1/ledger/events", exchange -> {
            Map<String, Integer> query = List.of(
                            exchange.getRequestURI().getQuery().split("&"))
                    .stream()
                    .map(q -> q.split("="))
                    .collect(Collectors.toMap(q -> q[0], q -> Integer.valueOf(q[1])));
            String events = ledger.chained(query.get("from"), query.get("limit")).stream()
                    .map(e -> "{\"position\":" + e.position() + ",\"previousHash\":\"" + e.previousHash()
                            + "\",\"commitHash\":\"" + e.commitHash() + "\",\"commit\":\"" + e.commit()
                            + "\",\"data\":\"" + Base64.getEncoder().encodeToString(e.data()) + "\"}")
                    .collect(Collectors.joining(","));
            byte[] body =
                    ("{\"events\":[" + events + "],\"size\":" + ledger.size() + "}").getBytes(StandardCharsets.UTF_8);
            boolean known =
                    exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ey");
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
