package org.dutyledger.scoring.progress;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.kit.Problem;
import org.dutyledger.scoring.view.ScoredCycle;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Live progress for one client after another, at most {@code limit} at a time.
 *
 * <p>Promises: ids rise; a client that is behind gets the current state first; the newest state always arrives; states
 * that a slow client has not read are replaced by the newest, since every state is complete.
 */
public final class ProgressStreams {
    private final ProgressHub hub;
    private final int limit;
    private final Duration heartbeat;
    private final AtomicInteger open = new AtomicInteger();

    public ProgressStreams(ProgressHub hub, int limit, Duration heartbeat) {
        this.hub = hub;
        this.limit = limit;
        this.heartbeat = heartbeat;
    }

    /**
     * Signal that the stream is alive.
     *
     * @param next milliseconds until the next signal
     */
    record Alive(long next) {}

    /** The progress stored with a cycle, or empty before its first evaluation. */
    static Mono<Progress> stored(ScoredCycle cycle) {
        return Mono.justOrEmpty(cycle.progress())
                .map(json -> CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8), Progress.class));
    }

    /**
     * A stream of every state newer than a position. In between are events named {@code alive}: proxies keep the stream open,
     * and a page notices when nothing arrives any more; of comments it would not learn.
     *
     * @param after the last position the client has seen, or -1
     * @param current reads the current state; asked after watching began, so that nothing falls in between
     * @param part the part of a state that the client may see
     */
    Flux<ServerSentEvent<Object>> stream(
            String cycle, long after, Mono<Progress> current, UnaryOperator<Progress> part) {
        return Flux.defer(() -> {
            if (open.incrementAndGet() > limit) {
                open.decrementAndGet();
                return Flux.error(new Problem(
                        503,
                        "TOO_MANY_STREAMS",
                        "this instance serves at most " + limit + " live streams",
                        List.of(),
                        Duration.ofSeconds(5)));
            }
            AtomicLong seen = new AtomicLong(after);
            Flux<ServerSentEvent<Object>> states = Flux.merge(1, hub.watch(cycle), current)
                    .filter(p -> p.position() > seen.get())
                    .doOnNext(p -> seen.set(p.position()))
                    .onBackpressureLatest()
                    .map(p -> ServerSentEvent.<Object>builder(part.apply(p))
                            .id(Long.toString(p.position()))
                            .event("progress")
                            .build());
            // the first at once: the response's head is sent even when there is no newer state
            Flux<ServerSentEvent<Object>> beats = Flux.interval(Duration.ZERO, heartbeat)
                    .onBackpressureDrop()
                    .map(n -> Objects.requireNonNull(ServerSentEvent.<Object>builder(new Alive(heartbeat.toMillis()))
                            .event("alive")
                            .build()));
            return Flux.merge(1, states, beats).doFinally(signal -> open.decrementAndGet());
        });
    }
}
