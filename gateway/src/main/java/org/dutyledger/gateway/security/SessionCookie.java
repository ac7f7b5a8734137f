package org.dutyledger.gateway.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** The cookie that carries the token: out of reach of scripts, never sent along from another site. */
@Component
final class SessionCookie {
    /** Browsers drop a cookie of more than 4096 bytes without a word. */
    static final int LONGEST_TOKEN = 3_900;

    private static final String NAME = "dutyledger-session";
    private final boolean secure;

    SessionCookie(@Value("${dutyledger.session.secure-cookie}") boolean secure) {
        this.secure = secure;
    }

    /** The token that came with a request, or null. */
    @Nullable
    String token(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(NAME);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    ResponseCookie set(ServerHttpRequest request, String token, Duration lifetime) {
        return cookie(request, token, lifetime);
    }

    ResponseCookie remove(ServerHttpRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    private ResponseCookie cookie(ServerHttpRequest request, String value, Duration lifetime) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure || "https".equalsIgnoreCase(request.getURI().getScheme()))
                .path("/")
                .maxAge(lifetime)
                .build();
    }
}
