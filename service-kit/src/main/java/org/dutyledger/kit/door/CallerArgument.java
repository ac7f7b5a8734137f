package org.dutyledger.kit.door;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands a controller the {@link Caller} that the checked token names. A claim that is absent or no list grants nothing. */
final class CallerArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .<Object>map(token -> caller(token.getToken()))
                .switchIfEmpty(Mono.error(() -> new Problem(401, "TOKEN_MISSING", "this needs a bearer token")));
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
