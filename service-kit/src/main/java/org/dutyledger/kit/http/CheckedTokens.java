package org.dutyledger.kit.http;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Checks tokens: RS256 or ES256 signature, issuer, audience, and a subject and an expiry that must be there. A token once found good is good
 * without another signature check until it expires, at most five minutes, so that a withdrawn key is noticed.
 */
final class CheckedTokens implements ReactiveJwtDecoder {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int GENERATION = 5_000;

    private final ReactiveJwtDecoder full;
    private final Clock clock;
    // for the five minutes: on a clock that is set back they would last as long as the jump
    private final LongSupplier nanos;
    // Two generations bound the memory without a lock on the way: when the young one is full it becomes the old one.
    private volatile Map<String, Good> young = new ConcurrentHashMap<>();
    private volatile Map<String, Good> old = Map.of();

    /** @param nanos a monotonic clock, such as {@link System#nanoTime} */
    CheckedTokens(ReactiveJwtDecoder full, Clock clock, LongSupplier nanos) {
        this.full = full;
        this.clock = clock;
        this.nanos = nanos;
    }

    static CheckedTokens from(KitSettings settings, ResourceLoader resources, Clock clock) {
        NimbusReactiveJwtDecoder decoder;
        if (settings.publicKey() != null) {
            decoder = decoder(TokenKey.read(settings.publicKey(), resources));
        } else if (settings.jwkSetUri() != null) {
            decoder = NimbusReactiveJwtDecoder.withJwkSetUri(settings.jwkSetUri())
                    .jwsAlgorithm(SignatureAlgorithm.RS256)
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
        } else {
            throw new IllegalStateException(
                    "no key to check tokens with: set DUTYLEDGER_JWT_PUBLIC_KEY (location of a"
                            + " PEM public key, for example file:/etc/dutyledger/jwt-public.pem) or DUTYLEDGER_JWT_JWK_SET_URI");
        }
        JwtTimestampValidator times = new JwtTimestampValidator(settings.clockSkew());
        times.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtClaimValidator<@Nullable Object>("exp", exp -> exp != null),
                // without a subject the ledger could not say who did something
                new JwtClaimValidator<@Nullable Object>("sub", sub -> sub instanceof String name && !name.isBlank()),
                new JwtClaimValidator<@Nullable Object>(
                        "iss", iss -> settings.issuer().equals(String.valueOf(iss))),
                new JwtClaimValidator<@Nullable Object>(
                        "aud", aud -> aud instanceof List<?> all && all.contains(settings.audience()))));
        return new CheckedTokens(decoder, clock, System::nanoTime);
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Good known = young.get(token);
        if (known == null) {
            known = old.get(token);
        }
        if (known != null && fresh(known)) {
            return Mono.just(known.jwt());
        }
        return full.decode(token).doOnNext(jwt -> remember(token, jwt));
    }

    private boolean fresh(Good known) {
        Instant expires = known.jwt().getExpiresAt();
        return nanos.getAsLong() - known.checkedAt() < REMEMBERED.toNanos()
                && (expires == null || clock.instant().isBefore(expires));
    }

    private void remember(String token, Jwt jwt) {
        if (young.size() >= GENERATION) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(token, new Good(jwt, nanos.getAsLong()));
    }

    private static NimbusReactiveJwtDecoder decoder(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return NimbusReactiveJwtDecoder.withPublicKey(rsa)
                    .signatureAlgorithm(SignatureAlgorithm.RS256)
                    .build();
        }
        JWK jwk = new ECKey.Builder(Curve.P_256, (ECPublicKey) key).build();
        return NimbusReactiveJwtDecoder.withJwkSource(token -> Flux.just(jwk))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
    }

    private record Good(Jwt jwt, long checkedAt) {}
}
