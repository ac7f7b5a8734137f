package org.dutyledger.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

class CheckedTokensTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;

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

    @ParameterizedTest
    @CsvSource({"RSA, 2048, RS256", "EC, 256, ES256"})
    void keyOfEitherKind_isOne_andTokensOfAnotherAreRefused(String kind, int size, String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(size);
        KeyPair key = generator.generateKeyPair();
        MockEnvironment env =
                new MockEnvironment().withProperty("dutyledger.jwt.public-key", "file:" + pem(key.getPublic()));
        CheckedTokens real = CheckedTokens.from(KitSettings.from(env), new DefaultResourceLoader(), Clock.systemUTC());
        assertThat(real.decode(token(key.getPrivate(), algorithm)).block().getSubject())
                .isEqualTo("anna");
        PrivateKey other = generator.generateKeyPair().getPrivate();
        assertThatThrownBy(() -> real.decode(token(other, algorithm)).block()).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> real.decode(TestTokens.good()).block()).isInstanceOf(JwtException.class);
    }

    @Test
    void keyOfAnotherCurve_isRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(384);
        MockEnvironment env = new MockEnvironment()
                .withProperty(
                        "dutyledger.jwt.public-key",
                        "file:" + pem(generator.generateKeyPair().getPublic()));
        assertThatThrownBy(() -> CheckedTokens.from(KitSettings.from(env), new DefaultResourceLoader(), clock))
                .hasMessageContaining("of RSA or P-256");
    }

    private Path pem(PublicKey key) throws IOException {
        return Files.writeString(
                directory.resolve("public.pem"),
                "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    private static String token(PrivateKey key, String algorithm) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.parse(algorithm)), TestTokens.claims(c -> c));
        jwt.sign(key instanceof ECPrivateKey curve ? new ECDSASigner(curve) : new RSASSASigner(key));
        return jwt.serialize();
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
