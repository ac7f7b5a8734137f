package org.dutyledger.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The token with which this service calls the others: {@code DUTYLEDGER_SERVICE_TOKEN}, or the content of
 * {@code DUTYLEDGER_SERVICE_TOKEN_FILE}, which is read again every minute so that it can be renewed without a restart.
 */
public final class ServiceToken {
    private static final Duration REREAD = Duration.ofMinutes(1);
    private final @Nullable String token;
    private final @Nullable Path file;
    private final Mono<String> current;

    public ServiceToken(@Nullable String token, @Nullable Path file) {
        this.token = token;
        this.file = file;
        this.current = Mono.fromCallable(this::read)
                .subscribeOn(Schedulers.boundedElastic())
                .cache(value -> REREAD, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The token for a blocking client; reads the file at every call. */
    public String read() {
        if (token != null) {
            return token;
        }
        if (file == null) {
            throw new IllegalStateException(
                    "no token to call other services: set DUTYLEDGER_SERVICE_TOKEN or DUTYLEDGER_SERVICE_TOKEN_FILE");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read DUTYLEDGER_SERVICE_TOKEN_FILE " + file, e);
        }
    }

    /** Puts the token on every request of a {@code WebClient}, in place of any other. */
    public ExchangeFilterFunction bearer() {
        return (request, next) -> current.flatMap(value -> next.exchange(ClientRequest.from(request)
                .headers(headers -> headers.setBearerAuth(value))
                .build()));
    }
}
