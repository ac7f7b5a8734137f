package org.dutyledger.gateway.route;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.dutyledger.kit.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Maps a service that does not answer to 503 or 504 with Retry-After. A connection that was never established changed
 * nothing; one that broke may have, which the answer then states.
 */
@Component
final class BackendFailures implements GlobalFilter, Ordered {
    private static final Logger log = LoggerFactory.getLogger(BackendFailures.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).onErrorMap(error -> problem(exchange, error));
    }

    private static Throwable problem(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted() || error instanceof AbortedException) {
            return error;
        }
        Problem problem;
        if (error instanceof ConnectException || error instanceof UnknownHostException) {
            problem = unavailable("the service for this address cannot be reached; nothing was changed");
        } else if (error instanceof ResponseStatusException status
                && (status.getStatusCode().value() == 504 || status.getCause() instanceof TimeoutException)) {
            problem = new Problem(
                    504,
                    "BACKEND_TIMEOUT",
                    "the service for this address did not answer in time" + unknownOutcome(exchange),
                    List.of(),
                    RETRY);
        } else if (error instanceof IOException) {
            problem = unavailable("the service for this address broke the connection" + unknownOutcome(exchange));
        } else {
            return error;
        }
        log.warn(
                "{} at {}: {}",
                problem.code(),
                exchange.<Object>getAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR),
                error.toString());
        return problem;
    }

    private static Problem unavailable(String detail) {
        return new Problem(503, "BACKEND_UNAVAILABLE", detail, List.of(), RETRY);
    }

    private static String unknownOutcome(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        return method == HttpMethod.GET || method == HttpMethod.HEAD
                ? ""
                : "; whether it acted is not known: repeat with the same Idempotency-Key";
    }
}
