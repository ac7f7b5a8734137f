package org.dutyledger.gateway.route;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
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

/**
 * Keeps one caller from crowding out the others: a limit of calls per second, in this instance's memory. A caller is
 * the subject of a token; without one it is the address of the connection, regardless of headers.
 */
@Component
final class RateLimit implements GlobalFilter, Ordered {
    private static final int MANY = 10_000;
    private final double perSecond;
    private final LongSupplier nanos;
    // apart, so that no flood of addresses takes the room of those who are signed in
    private final Buckets subjects;
    private final Buckets addresses;

    @Autowired
    RateLimit(
            @Value("${dutyledger.rate-limit.per-second}") double perSecond,
            @Value("${dutyledger.rate-limit.burst}") double burst) {
        this(perSecond, burst, System::nanoTime);
    }

    RateLimit(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        long now = nanos.getAsLong();
        this.subjects = new Buckets(MANY, perSecond, burst, now);
        this.addresses = new Buckets(MANY, perSecond, burst, now);
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
                .map(subject -> subjects.take(subject.getName(), nanos.getAsLong()))
                .switchIfEmpty(Mono.fromSupplier(() -> addresses.take(address(exchange), nanos.getAsLong())))
                .flatMap(wait -> wait == 0 ? chain.filter(exchange) : Mono.error(tooMany(wait)));
    }

    /** Of IPv6 the network only: the holder of one address has the other 2^64 of it. */
    private static String address(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        if (remote == null || remote.getAddress() == null) {
            return "";
        }
        byte[] address = remote.getAddress().getAddress();
        return HexFormat.of().formatHex(address, 0, Math.min(address.length, 8));
    }

    private static Problem tooMany(long waitNanos) {
        return new Problem(
                429,
                "TOO_MANY_REQUESTS",
                "this caller exceeds the rate limit; retry after the time in Retry-After",
                List.of(),
                Duration.ofSeconds(Math.max(1, (waitNanos + 999_999_999L) / 1_000_000_000L)));
    }
}
