package org.dutyledger.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.time.Duration;
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

    private Mono<Void> call(RateLimit limit, String subject) {
        Principal principal = () -> subject;
        ServerWebExchange exchange = MockServerWebExchange.builder(MockServerHttpRequest.get("/api/v1/cycles"))
                .principal(principal)
                .build();
        return limit.filter(exchange, passing -> {
            passed.incrementAndGet();
            return Mono.empty();
        });
    }
}
