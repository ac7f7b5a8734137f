package org.dutyledger.gateway.route;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.dutyledger.kit.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keeps one subject from crowding out the others: so many calls a second and no more, in this instance's memory. */
@Component
final class RateLimit implements GlobalFilter, Ordered {
    private static final int MANY = 10_000;
    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    @Autowired
    RateLimit(
            @Value("${dutyledger.rate-limit.per-second}") double perSecond,
            @Value("${dutyledger.rate-limit.burst}") double burst) {
        this(perSecond, burst, System::nanoTime);
    }

    RateLimit(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (perSecond <= 0) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .defaultIfEmpty("")
                .flatMap(subject -> {
                    long wait = take(subject);
                    return wait == 0 ? chain.filter(exchange) : Mono.error(tooMany(wait));
                });
    }

    private long take(String subject) {
        long now = nanos.getAsLong();
        if (buckets.size() > MANY) {
            buckets.values().removeIf(bucket -> bucket.full(now));
        }
        return buckets.computeIfAbsent(subject, s -> new TokenBucket(perSecond, burst, now))
                .take(now);
    }

    private static Problem tooMany(long waitNanos) {
        return new Problem(
                429,
                "TOO_MANY_REQUESTS",
                "this caller asks more often than allowed; wait as Retry-After says",
                List.of(),
                Duration.ofSeconds(Math.max(1, (waitNanos + 999_999_999L) / 1_000_000_000L)));
    }
}
