package org.dutyledger.gateway.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dutyledger.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Signs a browser in and out. */
@RestController
@RequestMapping("/session")
final class SessionController {
    private final ReactiveJwtDecoder tokens;
    private final SessionCookie cookie;
    private final Clock clock;

    SessionController(ReactiveJwtDecoder tokens, SessionCookie cookie, Clock clock) {
        this.tokens = tokens;
        this.cookie = cookie;
        this.clock = clock;
    }

    /** The answer to a token: nothing that could be stolen from the page. */
    record Session(
            String subject, List<String> roles, @Nullable Instant expiresAt) {}

    record SignIn(@Nullable String token) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Session>> signIn(@RequestBody SignIn signIn, ServerHttpRequest request) {
        String token = signIn.token() == null ? "" : signIn.token().strip();
        if (token.isEmpty() || token.length() > SessionCookie.LONGEST_TOKEN) {
            return Mono.error(new Problem(
                    400,
                    "TOKEN_NOT_USABLE",
                    "'token' must be a token of at most " + SessionCookie.LONGEST_TOKEN + " characters"));
        }
        return tokens.decode(token)
                .onErrorMap(JwtException.class, SessionController::refused)
                .map(jwt -> ResponseEntity.ok()
                        .header(
                                HttpHeaders.SET_COOKIE,
                                cookie.set(request, token, lifetime(jwt)).toString())
                        .body(session(jwt)));
    }

    /** The signed-in user; 204 without a session. */
    @GetMapping
    Mono<ResponseEntity<Session>> current(ServerHttpRequest request) {
        return Mono.justOrEmpty(cookie.token(request))
                .flatMap(tokens::decode)
                .map(jwt -> ResponseEntity.ok(session(jwt)))
                .onErrorResume(JwtException.class, expired -> Mono.empty())
                .defaultIfEmpty(ResponseEntity.noContent().build());
    }

    @DeleteMapping
    ResponseEntity<Void> signOut(ServerHttpRequest request) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.remove(request).toString())
                .build();
    }

    private Duration lifetime(Jwt jwt) {
        Instant expires = jwt.getExpiresAt();
        Duration left = expires == null ? Duration.ZERO : Duration.between(clock.instant(), expires);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Session session(Jwt jwt) {
        List<String> roles = jwt.getClaims().get("roles") instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
        return new Session(Objects.requireNonNullElse(jwt.getSubject(), ""), roles, jwt.getExpiresAt());
    }

    private static Problem refused(JwtException why) {
        return new Problem(
                401,
                "TOKEN_INVALID",
                "the token is expired, meant for another audience, or not from the expected issuer");
    }
}
