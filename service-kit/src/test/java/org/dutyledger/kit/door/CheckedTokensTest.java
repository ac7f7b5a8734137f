package org.dutyledger.kit.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

class CheckedTokensTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = new MovingClock(now);
    private long nanos = Long.MAX_VALUE - 1; // nanoTime may pass the greatest long
    private final AtomicInteger checks = new AtomicInteger();
    private final ReactiveJwtDecoder counting = token -> {
        checks.incrementAndGet();
        return Mono.just(Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .expiresAt(START.plusSeconds(Long.parseLong(token)))
                .build());
    };
    private final CheckedTokens tokens = new CheckedTokens(counting, clock, () -> nanos);

    @Test
    void goodToken_isCheckedOnceUntilItExpires() {
        tokens.decode("60").block();
        tokens.decode("60").block();
        assertThat(checks).hasValue(1);
        now.set(START.plusSeconds(60));
        tokens.decode("60").block();
        assertThat(checks).hasValue(2);
    }

    @Test
    void longToken_isCheckedAgainAfterFiveMinutes() {
        tokens.decode("86400").block();
        pass(299);
        tokens.decode("86400").block();
        assertThat(checks).hasValue(1);
        pass(1);
        tokens.decode("86400").block();
        assertThat(checks).hasValue(2);
    }

    @Test
    void aClockThatIsSetBack_doesNotProlongTheFiveMinutes() {
        tokens.decode("86400").block();
        now.set(START.minus(Duration.ofHours(3)));
        nanos += Duration.ofMinutes(5).toNanos();
        tokens.decode("86400").block();
        assertThat(checks).hasValue(2);
    }

    @Test
    void aClockThatIsSetForward_endsAnExpiredTokenAtOnce() {
        tokens.decode("60").block();
        now.set(START.plus(Duration.ofDays(40)));
        tokens.decode("60").block();
        assertThat(checks).hasValue(2);
    }

    @Test
    void refusedToken_isNeverRemembered() {
        CheckedTokens refusing =
                new CheckedTokens(token -> Mono.error(new IllegalStateException("bad")), clock, () -> nanos);
        assertThatThrownBy(() -> refusing.decode("60").block()).hasMessage("bad");
        assertThatThrownBy(() -> refusing.decode("60").block()).hasMessage("bad");
    }

    @Test
    void manyTokens_areForgottenAgain() {
        tokens.decode("60").block();
        for (int other = 100; other < 10_200; other++) {
            tokens.decode(Integer.toString(other)).block();
        }
        int before = checks.get();
        tokens.decode("60").block();
        assertThat(checks).hasValue(before + 1);
    }

    @Test
    void noKeyOrAWrongOne_stopsTheStartAndNamesTheVariable() {
        for (MockEnvironment env : new MockEnvironment[] {
            new MockEnvironment(),
            new MockEnvironment().withProperty("dutyledger.jwt.public-key", "file:/nowhere/public.pem"),
            new MockEnvironment()
                    .withProperty("dutyledger.jwt.public-key", "classpath:/org/dutyledger/kit/Caller.class")
        }) {
            assertThatThrownBy(() -> CheckedTokens.from(KitSettings.from(env), new DefaultResourceLoader(), clock))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("DUTYLEDGER_JWT_PUBLIC_KEY");
        }
    }

    private void pass(long seconds) {
        now.set(now.get().plusSeconds(seconds));
        nanos += Duration.ofSeconds(seconds).toNanos();
    }

    private static final class MovingClock extends Clock {
        private final AtomicReference<Instant> now;

        MovingClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
