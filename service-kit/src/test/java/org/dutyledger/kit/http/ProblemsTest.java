package org.dutyledger.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** Every error that Spring throws before a controller is reached becomes a problem detail without internals. */
@SpringBootTest(classes = HttpTestApplication.class, properties = "dutyledger.body-limit=2KB")
@Import(ProblemsTest.AnyToken.class)
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {
    @Autowired
    private ApplicationContext context;

    private WebTestClient client;

    @TestConfiguration
    static class AnyToken {
        @Bean
        ReactiveJwtDecoder decoder() {
            return token -> token.equals("down")
                    ? Mono.error(new AuthenticationServiceException("https://keys.internal unreachable"))
                    : Mono.just(Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .subject("anna")
                            .build());
        }
    }

    @BeforeEach
    void bind() {
        client = WebTestClient.bindToApplicationContext(context)
                .configureClient()
                .defaultHeaders(headers -> headers.setBearerAuth("any"))
                .build();
    }

    static Stream<Arguments> frameworkErrors() {
        return Stream.of(
                error("GET", "/nowhere", "", "", 404, "NOT_FOUND"),
                error("DELETE", "/me", "", "", 405, "METHOD_NOT_ALLOWED"),
                error("POST", "/orders", "text/plain", "x", 415, "UNSUPPORTED_MEDIA_TYPE"),
                error("POST", "/orders", "application/json", "{\"items\":[", 400, "MALFORMED_JSON"),
                error("POST", "/orders", "application/json", "{'items'}", 400, "MALFORMED_JSON"),
                error("POST", "/orders", "application/json", "{\"items\":[{\"count\":\"many\"}]}", 400, "WRONG_JSON"),
                error("POST", "/orders", "application/json", "[]", 400, "WRONG_JSON"),
                error("POST", "/orders", "application/json", "", 400, "WRONG_JSON"),
                error("POST", "/orders", "application/json", "[" + " ".repeat(3000) + "]", 413, "BODY_TOO_LARGE"),
                error("GET", "/number", "", "", 400, "VALUE_MISSING"),
                error("GET", "/number?n=one", "", "", 400, "BAD_REQUEST"),
                error("GET", "/me;a=b//..", "", "", 400, "BAD_REQUEST"),
                error("GET", "/fault", "", "", 500, "INTERNAL"));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} -> {4} {5}")
    @MethodSource("frameworkErrors")
    void frameworkError_isAProblem(String method, String path, String type, String body, int status, String code) {
        WebTestClient.RequestBodySpec request =
                client.method(HttpMethod.valueOf(method)).uri(path);
        request.header("Idempotency-Key", "k1");
        if (!type.isEmpty()) {
            request.contentType(MediaType.valueOf(type)).bodyValue(body);
        }
        Map<?, ?> problem = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat((Object) problem.get("code")).isEqualTo(code);
        assertThat((Object) problem.get("status")).isEqualTo(status);
        assertThat((Object) problem.get("type")).isEqualTo("urn:dutyledger:problem:" + code);
        assertThat(problem.toString()).doesNotContain("org.", "java.", "secret", "tools.jackson", "trace");
    }

    @Test
    void wrongJson_namesThePlace() {
        client.post()
                .uri("/orders")
                .header("Idempotency-Key", "k1")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"items\":[{\"name\":\"a\",\"count\":\"many\"}]}")
                .exchange()
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat((String) detail).contains("$.items[0].count"));
    }

    @Test
    void unexpectedError_isLoggedUnderTheIncidentThatTheCallerLearns(CapturedOutput output) {
        Map<?, ?> problem = client.get()
                .uri("/fault")
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        String incident = (String) problem.get("incident");
        assertThat((String) problem.get("detail")).contains(incident);
        assertThat(output.getAll()).contains("incident " + incident).contains("jdbc:secret");
    }

    @Test
    void refusal_carriesItsItems() {
        client.get()
                .uri("/refused")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .json("""
                        {"code":"UNIT_NOT_ALLOWED","title":"Unprocessable Content","items":[
                          {"index":0,"item":"budget","code":"UNIT_NOT_ALLOWED","detail":"must be 亿元","detailZh":"单位应为亿元"}]}""");
    }

    @Test
    void tokenCheckDown_isNotTheCallersFault() {
        client.get()
                .uri("/me")
                .headers(headers -> headers.setBearerAuth("down"))
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOKEN_CHECK_UNAVAILABLE");
    }

    @Test
    void methodNotAllowed_namesTheAllowedOnes() {
        List<String> allow = client.delete()
                .uri("/me")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .get("Allow");
        assertThat(allow).anyMatch(methods -> methods.contains("GET"));
    }

    private static Arguments error(String method, String path, String type, String body, int status, String code) {
        return Arguments.of(method, path, type, body, status, code);
    }
}
