package org.dutyledger.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dutyledger.kit.OnBehalfOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who is let in, and what the others are answered. */
@SpringBootTest(classes = HttpTestApplication.class, properties = "dutyledger.public-paths=/open")
class HttpTest {
    @Autowired
    private ApplicationContext context;

    private WebTestClient client;

    @TempDir
    static Path dir;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry properties) throws IOException {
        Path pem = Files.writeString(dir.resolve("public.pem"), TestTokens.publicPem());
        // the name of the environment variable, from a source that is not the environment: as a launcher sets it
        properties.add("DUTYLEDGER_JWT_PUBLIC_KEY", () -> pem.toUri().toString());
    }

    @BeforeEach
    void bind() {
        client = WebTestClient.bindToApplicationContext(context).build();
    }

    @Test
    void goodToken_namesTheCaller() {
        client.get()
                .uri("/me")
                .headers(h -> h.setBearerAuth(TestTokens.good("submitter")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"subject":"anna","roles":["submitter"],"organisations":["330602-czj"],"jurisdictions":["330602"]}""");
    }

    @Test
    void serviceThatCallsForAPerson_isCheckedWithBothTokens() {
        String service = TestTokens.good("service");
        onBehalf(service, "Bearer " + TestTokens.good("office"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.person.roles[0]")
                .isEqualTo("office")
                .jsonPath("$.service.roles[0]")
                .isEqualTo("service");
        onBehalf(service, "Bearer x.y.z")
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ON_BEHALF_OF_INVALID");
        onBehalf(service, TestTokens.good("office"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ON_BEHALF_OF_MISSING");
        onBehalf(TestTokens.good("office"), "Bearer " + TestTokens.good("office"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ROLE_MISSING");
    }

    private WebTestClient.ResponseSpec onBehalf(String bearer, String person) {
        return client.get()
                .uri("/for")
                .headers(h -> h.setBearerAuth(bearer))
                .header(OnBehalfOf.HEADER, person)
                .exchange();
    }

    @Test
    void tokenOfASlowClock_isAcceptedWithinTheSkew() {
        String late = TestTokens.signed(
                TestTokens.KEY, c -> c.expirationTime(Date.from(Instant.now().minusSeconds(30))));
        client.get()
                .uri("/me")
                .headers(h -> h.setBearerAuth(late))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void rolesClaimMissingOrNoList_grantsNoRole() {
        for (UnaryOperator<JWTClaimsSet.Builder> roles : List.<UnaryOperator<JWTClaimsSet.Builder>>of(
                claims -> claims, claims -> claims.claim("roles", "office"))) {
            String token = TestTokens.signed(TestTokens.KEY, roles);
            client.get()
                    .uri("/me")
                    .headers(h -> h.setBearerAuth(token))
                    .exchange()
                    .expectBody()
                    .jsonPath("$.roles")
                    .isEmpty();
            client.get()
                    .uri("/office")
                    .headers(h -> h.setBearerAuth(token))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    @Test
    void noToken_isAskedForOne() {
        client.get()
                .uri("/me")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType("application/problem+json")
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOKEN_MISSING")
                .jsonPath("$.instance")
                .isEqualTo("/me")
                .jsonPath("$.items")
                .isEmpty();
    }

    static Stream<Arguments> badTokens() {
        KeyPair stranger = TestTokens.newKey();
        return Stream.of(
                bad("no subject", c -> c.subject(null)),
                bad("blank subject", c -> c.subject(" ")),
                bad("expired", c -> c.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                bad("no expiry", c -> c.expirationTime(null)),
                bad("not yet", c -> c.notBeforeTime(Date.from(Instant.now().plusSeconds(120)))),
                bad("other audience", c -> c.audience("elsewhere")),
                bad("no audience", c -> c.audience((String) null)),
                bad("other issuer", c -> c.issuer("somebody")),
                bad("no issuer", c -> c.issuer(null)),
                Arguments.of("other key", TestTokens.signed(stranger, c -> c)),
                Arguments.of("alg none", TestTokens.unsigned()),
                Arguments.of("changed", TestTokens.changed()),
                Arguments.of("no token at all", "hello"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void badToken_isRefused(String why, String token) {
        client.get()
                .uri("/me")
                .headers(h -> h.set(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOKEN_INVALID");
    }

    @Test
    void roleMissing_isForbiddenWithTheRolesThatWouldDo() {
        client.get()
                .uri("/office")
                .headers(h -> h.setBearerAuth(TestTokens.good("submitter")))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ROLE_MISSING")
                .jsonPath("$.detail")
                .isEqualTo("this needs one of the roles office, service");
    }

    @Test
    void roleThere_runsOffTheEventLoop() {
        String thread = client.get()
                .uri("/office")
                .headers(h -> h.setBearerAuth(TestTokens.good("office")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(thread).startsWith("blocking-");
    }

    @Test
    void publicPath_needsNoToken() {
        client.get().uri("/open").exchange().expectStatus().isOk();
        client.get().uri("/actuator/health").exchange().expectStatus().isOk();
        client.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
        client.get().uri("/actuator/env").exchange().expectStatus().isUnauthorized();
    }

    private static Arguments bad(String why, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(why, TestTokens.signed(TestTokens.KEY, change));
    }
}
