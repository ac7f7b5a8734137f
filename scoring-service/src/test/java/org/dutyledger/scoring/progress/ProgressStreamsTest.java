package org.dutyledger.scoring.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dutyledger.kit.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class ProgressStreamsTest {
    private final ProgressHub hub = new ProgressHub();
    private final ProgressStreams streams = new ProgressStreams(hub, 2, Duration.ofHours(1));

    @Test
    void aNewClient_getsTheCurrentStateAndThenEveryNewOne() {
        StepVerifier.create(ids(-1, Mono.just(at(7))).take(3))
                .expectNext("7")
                .then(() -> hub.publish(at(8)))
                .expectNext("8")
                .then(() -> hub.publish(at(12)))
                .expectNext("12")
                .verifyComplete();
    }

    @Test
    void aClientThatIsUpToDate_getsNothingOld() {
        StepVerifier.create(ids(7, Mono.just(at(7))).take(1))
                .expectSubscription()
                .then(() -> hub.publish(at(6)))
                .then(() -> hub.publish(at(9)))
                .expectNext("9")
                .verifyComplete();
    }

    @Test
    void statePublishedDuringTheFirstRead_isNotLost() {
        Sinks.One<Progress> reading = Sinks.one();
        StepVerifier.create(ids(-1, reading.asMono()).take(1))
                .expectSubscription()
                .then(() -> hub.publish(at(9)))
                .then(() -> reading.tryEmitValue(at(7)))
                .expectNext("9")
                .verifyComplete();
    }

    @Test
    void aSlowClient_keepsLittleAndEndsWithTheNewest() {
        List<String> taken = new ArrayList<>();
        BaseSubscriber<String> slow = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                // takes nothing yet
            }

            @Override
            protected void hookOnNext(String id) {
                taken.add(id);
            }
        };
        ids(-1, Mono.empty()).subscribe(slow);
        for (int position = 1; position <= 10_000; position++) {
            hub.publish(at(position));
        }
        slow.request(100);
        assertThat(taken).hasSizeLessThan(10);
        assertThat(taken.get(taken.size() - 1)).isEqualTo("10000");
        slow.cancel();
    }

    @Test
    void oneStreamTooMany_isRefusedUntilAnotherEnds() {
        Disposable first = ids(-1, Mono.empty()).subscribe();
        Disposable second = ids(-1, Mono.empty()).subscribe();
        StepVerifier.create(ids(-1, Mono.just(at(1))))
                .expectErrorSatisfies(e -> {
                    assertThat(((Problem) e).status()).isEqualTo(503);
                    assertThat(((Problem) e).code()).isEqualTo("TOO_MANY_STREAMS");
                    assertThat(((Problem) e).retryAfter()).isNotNull();
                })
                .verify();
        first.dispose();
        StepVerifier.create(ids(-1, Mono.just(at(1))).take(1)).expectNext("1").verifyComplete();
        second.dispose();
    }

    @Test
    void eventsNamedAlive_comeInBetween() {
        ProgressStreams lively = new ProgressStreams(hub, 2, Duration.ofMillis(20));
        StepVerifier.create(lively.stream("c", -1, Mono.empty(), UnaryOperator.identity())
                        .mapNotNull(ServerSentEvent::event)
                        .take(3))
                .expectNext("alive", "alive", "alive")
                .verifyComplete();
    }

    private Flux<String> ids(long after, Mono<Progress> current) {
        return streams.stream("c", after, current, UnaryOperator.identity()).mapNotNull(ServerSentEvent::id);
    }

    private static Progress at(long position) {
        return new Progress("c", position, List.of(), List.of(), List.of());
    }
}
