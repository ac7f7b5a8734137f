package org.dutyledger.gateway.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Limits what a page may do. The gateway's own page loads from the gateway only and runs no inline script. A document
 * made by a service, such as a report, may style itself but run nothing: its text was submitted by others. The page
 * that verifies reports is one file, to be kept and opened offline: it declares its script and style by their hashes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageHeaders implements WebFilter {
    static final String CSP = "Content-Security-Policy";
    static final String VERIFY = "/verify.html";
    private static final String OWN_PAGE =
            "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";
    private static final String DOCUMENT =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    private static final Pattern OWN_POLICY =
            Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\">");

    private final String verify = policyOf("/static" + VERIFY) + "; frame-ancestors 'none'";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        exchange.getResponse().beforeCommit(() -> {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            if (!headers.containsHeader(CSP)) {
                headers.set(CSP, path.startsWith("/api/") ? DOCUMENT : path.equals(VERIFY) ? verify : OWN_PAGE);
            }
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private static String policyOf(String page) {
        try (InputStream in = PageHeaders.class.getResourceAsStream(page)) {
            if (in == null) {
                throw new IllegalStateException(page + " is not on the class path");
            }
            Matcher policy = OWN_POLICY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!policy.find()) {
                throw new IllegalStateException(page + " has no policy of its own");
            }
            return policy.group(1);
        } catch (IOException e) {
            throw new IllegalStateException(page + " cannot be read", e);
        }
    }
}
