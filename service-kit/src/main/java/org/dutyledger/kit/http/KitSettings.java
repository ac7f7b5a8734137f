package org.dutyledger.kit.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the HTTP side; every default is defined here and nowhere else.
 *
 * <p>Keys are {@code dutyledger.*}. The upper-case names of the environment are understood also when they come from
 * another property source, so that a launcher can start several services in one JVM with different values.
 *
 * @param publicKey location of a PEM X.509 public key, for example {@code file:/etc/dutyledger/jwt-public.pem}
 * @param clockSkew by how much the clock of who signs tokens may differ from this one: {@code dutyledger.jwt.clock-skew}
 * @param publicPaths path patterns that need no token, besides health and info
 * @param connection how long a client may take for a request: {@code dutyledger.connection.head}, {@code .body}, {@code .idle}
 */
record KitSettings(
        @Nullable String publicKey,
        @Nullable String jwkSetUri,
        String issuer,
        String audience,
        Duration clockSkew,
        List<String> publicPaths,
        DataSize bodyLimit,
        ConnectionLimits connection,
        int blockingThreads,
        int blockingQueue,
        @Nullable String serviceToken,
        @Nullable Path serviceTokenFile) {

    static KitSettings from(Environment env) {
        Binder binder = Binder.get(env);
        String tokenFile = text(env, "dutyledger.service-token-file");
        return new KitSettings(
                text(env, "dutyledger.jwt.public-key"),
                text(env, "dutyledger.jwt.jwk-set-uri"),
                env.getProperty("dutyledger.jwt.issuer", "dutyledger"),
                env.getProperty("dutyledger.jwt.audience", "dutyledger"),
                binder.bind("dutyledger.jwt.clock-skew", Duration.class).orElseGet(() -> Duration.ofSeconds(60)),
                binder.bind("dutyledger.public-paths", Bindable.listOf(String.class))
                        .orElseGet(List::of),
                binder.bind("dutyledger.body-limit", DataSize.class).orElseGet(() -> DataSize.ofMegabytes(1)),
                new ConnectionLimits(
                        time(binder, "head", Duration.ofSeconds(15)),
                        time(binder, "body", Duration.ofSeconds(60)),
                        time(binder, "idle", Duration.ofSeconds(60))),
                env.getProperty("dutyledger.blocking.threads", Integer.class, 256),
                env.getProperty("dutyledger.blocking.queue", Integer.class, 1024),
                text(env, "dutyledger.service-token"),
                tokenFile == null ? null : Path.of(tokenFile));
    }

    private static Duration time(Binder binder, String key, Duration usual) {
        return binder.bind("dutyledger.connection." + key, Duration.class).orElseGet(() -> usual);
    }

    private static @Nullable String text(Environment env, String key) {
        String value = env.getProperty(key);
        if (!StringUtils.hasText(value)) {
            value = env.getProperty(key.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT));
        }
        return StringUtils.hasText(value) ? value : null;
    }
}
