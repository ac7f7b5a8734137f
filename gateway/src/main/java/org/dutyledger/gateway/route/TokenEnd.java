package org.dutyledger.gateway.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Ends an open stream when the token it was opened with expires; the page then asks its user to sign in again. */
@Component
final class TokenEnd implements GlobalFilter, Ordered {
    private final Clock clock;

    TokenEnd(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 2;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!exchange.getRequest().getPath().value().endsWith("/stream")) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .mapNotNull(token -> token.getToken().getExpiresAt())
                .flatMap(expires -> chain.filter(exchange).takeUntilOther(Mono.delay(left(expires))));
    }

    private Duration left(Instant expires) {
        Duration left = Duration.between(clock.instant(), expires);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
