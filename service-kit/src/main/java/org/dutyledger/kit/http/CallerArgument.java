package org.dutyledger.kit.http;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.OnBehalfOf;
import org.dutyledger.kit.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Hands a controller the {@link Caller} that the checked token names, or service and person of a call {@link OnBehalfOf}
 * someone. A claim that is absent or no list grants nothing.
 */
final class CallerArgument implements HandlerMethodArgumentResolver {
    private static final String BEARER = "Bearer ";
    private final ReactiveJwtDecoder tokens;

    CallerArgument(ReactiveJwtDecoder tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == OnBehalfOf.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        Mono<Caller> caller = exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .map(token -> caller(token.getToken()))
                .switchIfEmpty(Mono.error(() -> new Problem(401, "TOKEN_MISSING", "this needs a bearer token")));
        return parameter.getParameterType() == Caller.class
                ? caller.cast(Object.class)
                : caller.flatMap(service -> onBehalfOf(service, exchange));
    }

    private Mono<Object> onBehalfOf(Caller service, ServerWebExchange exchange) {
        service.require("service");
        String header = exchange.getRequest().getHeaders().getFirst(OnBehalfOf.HEADER);
        if (header == null || !header.startsWith(BEARER)) {
            throw new Problem(
                    403, "ON_BEHALF_OF_MISSING", "the header " + OnBehalfOf.HEADER + " must hold the person's token");
        }
        return tokens.decode(header.substring(BEARER.length()))
                .<Object>map(token -> new OnBehalfOf(service, caller(token)))
                .onErrorMap(
                        JwtException.class,
                        e -> new Problem(
                                401, "ON_BEHALF_OF_INVALID", "the token in " + OnBehalfOf.HEADER + " is not valid"));
    }

    private static Caller caller(Jwt token) {
        return new Caller(
                Objects.requireNonNullElse(token.getSubject(), ""),
                texts(token, "roles"),
                texts(token, "orgs"),
                texts(token, "jurisdictions"));
    }

    private static Set<String> texts(Jwt token, String claim) {
        Set<String> found = new LinkedHashSet<>();
        if (token.getClaims().get(claim) instanceof Collection<?> values) {
            values.forEach(value -> {
                if (value instanceof String text) {
                    found.add(text);
                }
            });
        }
        return found;
    }
}
