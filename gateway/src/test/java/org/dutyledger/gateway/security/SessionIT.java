package org.dutyledger.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.dutyledger.gateway.RunningGateway;
import org.dutyledger.gateway.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser signs in with a token and from then on has only a cookie. */
class SessionIT {
    private static final String TOKEN = RunningGateway.token();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway("--dutyledger.rate-limit.per-second=0.001", "--dutyledger.rate-limit.burst=20");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void signIn_setsACookieThatNoScriptAndNoOtherSiteCanUse() throws Exception {
        HttpResponse<String> answer = signIn(TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"subject\":\"anna\"", "supervisor").doesNotContain(TOKEN);
        assertThat(cookie(answer))
                .startsWith("dutyledger-session=" + TOKEN)
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=");
    }

    @Test
    void signIn_withATokenThatIsNoGood_isRefused() throws Exception {
        for (String bad : new String[] {"hello", TestTokens.of("anna", Duration.ofMinutes(-5))}) {
            HttpResponse<String> answer = signIn(bad);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("TOKEN_INVALID");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void signIn_withATokenTooLongForACookie_isRefused() throws Exception {
        assertThat(signIn("x".repeat(4_000)).body()).contains("TOKEN_NOT_USABLE", "3900");
        assertThat(signIn("").statusCode()).isEqualTo(400);
    }

    @Test
    void session_isKnownWhileItsTokenIsGood() throws Exception {
        assertThat(gateway.send(gateway.to("/session")).statusCode()).isEqualTo(204);
        assertThat(gateway.send(byCookie("/session", "expired")).statusCode()).isEqualTo(204);
        assertThat(gateway.send(byCookie("/session", TOKEN)).body()).contains("\"subject\":\"anna\"");
    }

    @Test
    void cookie_replacesTheTokenWhenReading() throws Exception {
        assertThat(gateway.send(byCookie("/api/v1/cycles", TOKEN)).statusCode()).isEqualTo(200);
        assertThat(gateway.submission.last().header("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(gateway.submission.last().headers()).doesNotContainKey("Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void cookie_changesNothingWithoutTheHeaderThatForeignPagesCannotSet(String method) throws Exception {
        HttpRequest.Builder call = byCookie("/api/v1/cycles/c/submissions", TOKEN);
        HttpResponse<String> refused = gateway.send(call.method(method, BodyPublishers.noBody()));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("CROSS_SITE");
        HttpResponse<String> taken = gateway.send(byCookie("/api/v1/cycles/c/submissions", TOKEN)
                .header("X-Requested-With", "dutyledger")
                .method(method, BodyPublishers.noBody()));
        assertThat(taken.statusCode()).isEqualTo(200);
    }

    @Test
    void signOut_removesTheCookie() throws Exception {
        HttpResponse<String> answer =
                gateway.send(byCookie("/session", TOKEN).method("DELETE", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(cookie(answer)).startsWith("dutyledger-session=;").contains("Max-Age=0");
    }

    @Test
    void tooFrequentCaller_getsRetryAfter() throws Exception {
        String greedy = TestTokens.of("greedy", Duration.ofMinutes(1));
        HttpResponse<String> answer = gateway.send(gateway.as(greedy, "/api/v1/cycles"));
        for (int call = 0; call < 20; call++) {
            answer = gateway.send(gateway.as(greedy, "/api/v1/cycles"));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("TOO_MANY_REQUESTS");
    }

    private static HttpResponse<String> signIn(String token) throws Exception {
        return gateway.send(gateway.to("/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));
    }

    private static HttpRequest.Builder byCookie(String path, String token) {
        return gateway.to(path).header("Cookie", "dutyledger-session=" + token);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }
}
