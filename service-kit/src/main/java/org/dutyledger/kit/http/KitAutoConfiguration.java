package org.dutyledger.kit.http;

import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Problem;
import org.dutyledger.kit.ServiceToken;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Auto-configuration of every service with this library on its class path: endpoints that require a token, errors as
 * problem details, limits on bodies, and beans for caller, clock and blocking calls.
 */
@AutoConfiguration(
        before = {
            WebFluxAutoConfiguration.class,
            ReactiveWebSecurityAutoConfiguration.class,
            ReactiveUserDetailsServiceAutoConfiguration.class,
            ReactiveOAuth2ResourceServerAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableWebFluxSecurity
public class KitAutoConfiguration {
    private final KitSettings settings;

    KitAutoConfiguration(Environment environment) {
        this.settings = KitSettings.from(environment);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    BlockingCalls blockingCalls() {
        return new BlockingCalls(settings.blockingThreads(), settings.blockingQueue());
    }

    @Bean
    @ConditionalOnMissingBean
    ServiceToken serviceToken() {
        return new ServiceToken(settings.serviceToken(), settings.serviceTokenFile());
    }

    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder jwtDecoder(ResourceLoader resources, Clock clock) {
        return CheckedTokens.from(settings, resources, clock);
    }

    @Bean
    ProblemHandler problemHandler() {
        return new ProblemHandler();
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityWebFilterChain tokenCheck(ServerHttpSecurity http, ReactiveJwtDecoder tokens, ProblemHandler problems) {
        String[] open = settings.publicPaths().toArray(String[]::new);
        http.authorizeExchange(paths -> {
            paths.pathMatchers("/actuator/health", "/actuator/health/**", "/actuator/info")
                    .permitAll();
            if (open.length > 0) {
                paths.pathMatchers(open).permitAll();
            }
            paths.anyExchange().authenticated();
        });
        http.oauth2ResourceServer(server -> server.jwt(
                        jwt -> jwt.jwtDecoder(tokens).jwtAuthenticationConverter(KitAutoConfiguration::withRoles))
                .authenticationEntryPoint(problems::handle)
                .accessDeniedHandler(problems::handle));
        http.exceptionHandling(
                errors -> errors.authenticationEntryPoint(problems::handle).accessDeniedHandler(problems::handle));
        http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        // cookies are not credentials here, so cross-site requests carry none
        http.csrf(ServerHttpSecurity.CsrfSpec::disable);
        http.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable);
        http.formLogin(ServerHttpSecurity.FormLoginSpec::disable);
        http.logout(ServerHttpSecurity.LogoutSpec::disable);
        http.requestCache(ServerHttpSecurity.RequestCacheSpec::disable);
        return http.build();
    }

    /** Bounds how long a client may take for a request. */
    @Bean
    NettyServerCustomizer connectionLimits() {
        return settings.connection();
    }

    /** Refuses a body as soon as it is known to be too large: at its announcement, else at the byte that is too many. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    WebFilter bodyLimit() {
        long limit = settings.bodyLimit().toBytes();
        return (exchange, chain) -> {
            long announced = exchange.getRequest().getHeaders().getContentLength();
            if (announced > limit) {
                return Mono.error(tooLarge(limit));
            }
            if (announced >= 0) {
                return chain.filter(exchange);
            }
            AtomicLong read = new AtomicLong();
            // the cause of any failure that the stopped body led to
            return chain.filter(exchange.mutate()
                            .request(counted(exchange.getRequest(), read, limit))
                            .build())
                    .onErrorMap(error -> read.get() > limit ? tooLarge(limit) : error);
        };
    }

    @Bean
    WebFluxConfigurer callerArgumentConfigurer(ReactiveJwtDecoder tokens) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new CallerArgument(tokens));
            }

            /** Limits chunked bodies here. The services' own clients keep their own limit. */
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.defaultCodecs()
                        .maxInMemorySize((int) settings.bodyLimit().toBytes());
            }
        };
    }

    private static ServerHttpRequest counted(ServerHttpRequest request, AtomicLong read, long limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return super.getBody().<DataBuffer>handle((part, sink) -> {
                    if (read.addAndGet(part.readableByteCount()) > limit) {
                        DataBufferUtils.release(part);
                        sink.error(tooLarge(limit));
                    } else {
                        sink.next(part);
                    }
                });
            }
        };
    }

    private static Problem tooLarge(long limit) {
        return new Problem(413, "BODY_TOO_LARGE", "a body may have at most " + limit + " bytes");
    }

    private static Mono<AbstractAuthenticationToken> withRoles(Jwt jwt) {
        return Mono.just(new JwtAuthenticationToken(
                jwt,
                jwt.getClaims().get("roles") instanceof Collection<?> roles
                        ? roles.stream()
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                                .toList()
                        : java.util.List.of()));
    }
}
