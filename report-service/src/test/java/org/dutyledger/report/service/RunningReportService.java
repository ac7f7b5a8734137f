package org.dutyledger.report.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.report.ReportApplication;
import org.dutyledger.report.view.Stored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ContentDisposition;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report service with all its neighbours, for each test on an empty ledger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningReportService {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final Framework FRAMEWORK =
            FrameworkFiles.newest("zhejiang-county-2021").framework();
    static final String REPORTS = "/api/v1/cycles/" + EventScript.CYCLE + "/reports";
    /** Issues what is not complete, on purpose. */
    static final String INCOMPLETE = "{\"incomplete\":true}";

    final HttpClient http = HttpClient.newHttpClient();
    TestMongo mongo;
    TestKafka kafka;
    TestTokens tokens;
    String office;
    FakeLedger ledger;
    EventScript script;
    ConfigurableApplicationContext service;

    abstract TestMongo mongo() throws Exception;

    @BeforeAll
    void backends() throws Exception {
        mongo = mongo();
        kafka = new TestKafka();
        tokens = new TestTokens();
        office = tokens.of("office", "330602");
    }

    @AfterAll
    void end() {
        // both are null when the subclass has no MongoDB to bring
        if (kafka != null) {
            kafka.close();
        }
        if (mongo != null) {
            mongo.close();
        }
    }

    @BeforeEach
    void freshLedger() throws Exception {
        kafka.freshTopics();
        try (MongoClient client = MongoClients.create(mongo.uri())) {
            client.getDatabase("report").drop();
        }
        ledger = new FakeLedger();
        script = new EventScript(FRAMEWORK)
                .open()
                .figure("district_leaders_linked_schools", "18", "位", Basis.REPORTED)
                .narrative("narrative_1", "{{district_leaders_linked_schools}}位区领导联系学校。");
    }

    @AfterEach
    void stop() {
        service.close();
        ledger.close();
    }

    /** The record that a report was issued arrives. */
    void recorded(String type, JsonNode report, Map<String, String> more) throws Exception {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("cycle", EventScript.CYCLE);
        payload.put("report", report.get("report").asString());
        payload.put("upToPosition", report.get("upToPosition").asString());
        payload.put("modelSha256", report.get("modelSha256").asString());
        payload.put("files", ledger.issued.get(0).get("files"));
        script.add("cycle/" + EventScript.CYCLE, type, payload);
        publish(script.last(), script.last());
        String file = REPORTS + "/" + report.get("report").asString() + "/report.docx";
        await().until(() -> get(file, office()).statusCode() != 503);
    }

    void start(String... more) throws Exception {
        SpringApplication application = new SpringApplication(ReportApplication.class);
        application.setDefaultProperties(Map.of(
                "spring.config.name",
                "report-service",
                "SERVER_PORT",
                "0",
                "MONGODB_URI",
                mongo.uri(),
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.bootstrap,
                "SUBMISSION_URL",
                ledger.url(),
                "DUTYLEDGER_SERVICE_TOKEN",
                "service-token",
                "DUTYLEDGER_JWT_PUBLIC_KEY",
                tokens.publicKey()));
        service = application.run(more);
    }

    void publish(long from, long to) throws Exception {
        for (long p = from; p <= to; p++) {
            if (ledger.events.size() <= p) {
                ledger.events.add(Stored.chain(script).get((int) p));
            }
            kafka.evidence(Stored.chain(script).get((int) p));
        }
        if (from == 0) {
            kafka.evaluated(Samples.evaluations(FRAMEWORK, script), to);
        }
    }

    String office() {
        return office;
    }

    HttpResponse<byte[]> post(String body) throws Exception {
        return post(body, office());
    }

    HttpResponse<byte[]> post(String body, String token) throws Exception {
        return http.send(
                request(REPORTS, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> get(String path, String token) throws Exception {
        return http.send(request(path, token).build(), BodyHandlers.ofByteArray());
    }

    /** Verb and what follows {@link #REPORTS} in the addresses of this service. */
    List<String> addressesOfReports() {
        return service
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(verb -> mapping.getPatternsCondition().getPatterns().stream()
                                .map(PathPattern::getPatternString)
                                .filter(pattern -> pattern.contains("{cycle}"))
                                .map(pattern -> pattern.replace("/api/v1/cycles/{cycle}/reports", "")
                                        .replace("{report}", "r1")
                                        .replace("{file}", "report.docx"))
                                .map(rest -> (verb + " " + rest).strip())))
                .toList();
    }

    /** Asks at one of {@link #addressesOfReports}. */
    HttpResponse<byte[]> ask(String address, String reports, String token) throws Exception {
        String[] parts = address.split(" ", 2);
        return http.send(
                request(reports + (parts.length == 1 ? "" : parts[1]), token)
                        .method(parts[0], BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
    }

    HttpRequest.Builder request(String path, String token) {
        String port = service.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    static JsonNode json(HttpResponse<byte[]> response, int status) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        return JSON.readTree(body);
    }

    static String code(HttpResponse<byte[]> response, int status) {
        return json(response, status).get("code").asString();
    }

    /** The name that a browser saves an answer under. */
    static String fileName(HttpResponse<byte[]> response) {
        return ContentDisposition.parse(
                        response.headers().firstValue("Content-Disposition").orElseThrow())
                .getFilename();
    }

    static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    static void assertUnavailable(HttpResponse<byte[]> answer) {
        JsonNode problem = json(answer, 503);
        assertThat(problem.get("code").asString()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(problem.get("detail").asString()).doesNotContain("127.0.0.1", "http");
    }
}
