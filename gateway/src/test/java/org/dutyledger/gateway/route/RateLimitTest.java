package org.dutyledger.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.dutyledger.kit.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class RateLimitTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger passed = new AtomicInteger();

    @Test
    void subject_getsItsBurstAndThenTheSteadyRate() {
        RateLimit limit = new RateLimit(10, 3, now::get);
        for (int call = 0; call < 3; call++) {
            StepVerifier.create(call(limit, "anna")).verifyComplete();
        }
        StepVerifier.create(call(limit, "anna")).verifyErrorSatisfies(error -> {
            Problem problem = (Problem) error;
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        });
        now.addAndGet(Duration.ofMillis(100).toNanos());
        StepVerifier.create(call(limit, "anna")).verifyComplete();
        StepVerifier.create(call(limit, "anna")).verifyError(Problem.class);
        assertThat(passed).hasValue(4);
    }

    @Test
    void subjects_doNotCrowdOutEachOther() {
        RateLimit limit = new RateLimit(1, 1, now::get);
        StepVerifier.create(call(limit, "anna")).verifyComplete();
        StepVerifier.create(call(limit, "bert")).verifyComplete();
        StepVerifier.create(call(limit, "anna")).verifyError(Problem.class);
    }

    @Test
    void anonymousCallers_haveABucketForEachAddress_andNoHeaderChangesIt() {
        RateLimit limit = new RateLimit(1, 1, now::get);
        StepVerifier.create(from(limit, "192.0.2.1")).verifyComplete();
        StepVerifier.create(from(limit, "192.0.2.1")).verifyError(Problem.class);
        StepVerifier.create(from(limit, "192.0.2.2")).verifyComplete();
        StepVerifier.create(call(limit, "c0000201")).verifyComplete();
        StepVerifier.create(from(limit, "2001:db8:0:1::1")).verifyComplete();
        StepVerifier.create(from(limit, "2001:db8:0:1:ffff::2")).verifyError(Problem.class);
        StepVerifier.create(from(limit, "2001:db8:0:2::1")).verifyComplete();
    }

    @Test
    void endlesslyManyCallers_shareABucket_andTakeNoRoomFromTheKnown() {
        Buckets buckets = new Buckets(3, 1, 2, 0);
        for (String known : List.of("a", "b", "c")) {
            assertThat(buckets.take(known, 0)).isZero();
        }
        assertThat(buckets.take("d", 0)).isZero();
        assertThat(buckets.take("e", 0)).isZero();
        assertThat(buckets.take("f", 0)).isPositive();
        assertThat(buckets.take("a", 0)).isZero();
        assertThat(buckets.size()).isEqualTo(3);
        long later = Duration.ofMinutes(1).toNanos();
        assertThat(buckets.take("f", later)).isZero();
        assertThat(buckets.size()).isEqualTo(1);
    }

    @Test
    void zero_switchesItOff() {
        RateLimit off = new RateLimit(0, 0, now::get);
        StepVerifier.create(call(off, "anna")).verifyComplete();
    }

    @Test
    void bucket_isFullAgainAfterAPauseAndNeverFuller() {
        TokenBucket bucket = new TokenBucket(2, 4, 0);
        assertThat(bucket.full(0)).isTrue();
        assertThat(bucket.take(0)).isZero();
        assertThat(bucket.full(0)).isFalse();
        assertThat(bucket.full(Duration.ofMillis(500).toNanos())).isTrue();
        long later = Duration.ofDays(1).toNanos();
        for (int call = 0; call < 4; call++) {
            assertThat(bucket.take(later)).isZero();
        }
        assertThat(bucket.take(later)).isEqualTo(Duration.ofMillis(500).toNanos());
    }

    private Mono<Void> from(RateLimit limit, String address) {
        return through(
                limit,
                MockServerWebExchange.builder(MockServerHttpRequest.get("/.well-known/dutyledger/checkpoint")
                                .header("X-Forwarded-For", "10.0.0." + passed.get())
                                .remoteAddress(new InetSocketAddress(address, 5000)))
                        .build());
    }

    private Mono<Void> call(RateLimit limit, String subject) {
        Principal principal = () -> subject;
        ServerWebExchange exchange = MockServerWebExchange.builder(MockServerHttpRequest.get("/api/v1/cycles"))
                .principal(principal)
                .build();
        return through(limit, exchange);
    }

    private Mono<Void> through(RateLimit limit, ServerWebExchange exchange) {
        return limit.filter(exchange, passing -> {
            passed.incrementAndGet();
            return Mono.empty();
        });
    }
}
