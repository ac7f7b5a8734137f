package org.dutyledger.gateway.ui;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Limits what a page may do. Our own page loads from here and nowhere else and runs no inline script. A document that a
 * service made, such as a report, may style itself but run nothing: its text was submitted by others.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageHeaders implements WebFilter {
    static final String CSP = "Content-Security-Policy";
    private static final String OWN_PAGE =
            "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";
    private static final String DOCUMENT =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean api = exchange.getRequest().getPath().value().startsWith("/api/");
        exchange.getResponse().beforeCommit(() -> {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            if (!headers.containsHeader(CSP)) {
                headers.set(CSP, api ? DOCUMENT : OWN_PAGE);
            }
            return Mono.empty();
        });
        return chain.filter(exchange);
    }
}
