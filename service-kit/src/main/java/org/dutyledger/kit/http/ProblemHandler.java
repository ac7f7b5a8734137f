package org.dutyledger.kit.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns every error that reaches the endpoint into an RFC 9457 problem detail. An error that is not a refusal becomes
 * 500 {@code INTERNAL} with an incident id; the caller gets only the id, the log has the rest.
 */
final class ProblemHandler implements ErrorWebExceptionHandler, ServerExchangeRejectedHandler, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    // asks the system for randomness once, not on an event loop
    private final IdGenerator incidents = new AlternativeJdkIdGenerator();

    /** Before Boot's own handler, whose order is -1. */
    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        return handle(exchange, (Throwable) rejected);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        Throwable error = Exceptions.unwrap(thrown);
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            // half an answer was sent already: break the connection, so that the client does not take it for complete
            return Mono.error(thrown);
        }
        Problem refusal = FrameworkErrors.problem(error);
        if (refusal == null && DisconnectedClientHelper.isClientDisconnectedException(error)) {
            return Mono.empty();
        }
        if (refusal != null) {
            log.debug("{} {}: {}", exchange.getRequest().getMethod(), refusal.code(), refusal.getMessage());
            return write(exchange, refusal, FrameworkErrors.headers(error), null);
        }
        String incident = incidents.generateId().toString();
        log.error(
                "incident {} at {} {}",
                incident,
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                error);
        Problem internal =
                new Problem(500, "INTERNAL", "an unexpected error occurred; it is logged as incident " + incident);
        return write(exchange, internal, FrameworkErrors.headers(internal), incident);
    }

    private static Mono<Void> write(
            ServerWebExchange exchange, Problem problem, HttpHeaders headers, @Nullable String incident) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        response.getHeaders().putAll(headers);
        if (problem.status() == HttpStatus.GATEWAY_TIMEOUT.value()) {
            // the rest of a body that did not arrive in time is not awaited
            response.getHeaders().setConnection("close");
        }
        if (problem.retryAfter() != null) {
            long seconds = Math.max(1, problem.retryAfter().toSeconds());
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:dutyledger:problem:" + problem.code());
        body.put("title", FrameworkErrors.reason(problem.status()));
        body.put("status", problem.status());
        body.put("detail", String.valueOf(problem.getMessage()));
        body.put("code", problem.code());
        body.put("items", problem.items() == null ? List.of() : problem.items());
        body.put("instance", exchange.getRequest().getPath().value());
        if (incident != null) {
            body.put("incident", incident);
        }
        byte[] bytes = JSON.writeValueAsBytes(body);
        response.getHeaders().setContentLength(bytes.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }
}
