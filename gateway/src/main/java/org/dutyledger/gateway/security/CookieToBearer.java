package org.dutyledger.gateway.security;

import java.util.Set;
import org.dutyledger.kit.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Turns the session cookie of an API call into a bearer token before the token is checked.
 *
 * <p>A call that changes something and has nothing but the cookie must also carry {@code X-Requested-With: dutyledger}: a
 * foreign page can neither set that header nor be allowed to. The cookie itself never reaches a service.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class CookieToBearer implements WebFilter {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private final SessionCookie cookie;

    CookieToBearer(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String token = cookie.token(request);
        if (token == null
                || request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                || !request.getPath().value().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        if (!READING.contains(request.getMethod())
                && !"dutyledger".equals(request.getHeaders().getFirst("X-Requested-With"))) {
            return Mono.error(new Problem(
                    403,
                    "CROSS_SITE",
                    "a call that changes something by the session cookie needs X-Requested-With: dutyledger"));
        }
        return chain.filter(exchange.mutate()
                .request(changed -> changed.headers(headers -> headers.setBearerAuth(token)))
                .build());
    }
}
