package org.dutyledger.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class BlockingCallsTest {
    private final BlockingCalls calls = new BlockingCalls(1, 1);
    private final CountDownLatch free = new CountDownLatch(1);

    @AfterEach
    void close() {
        free.countDown();
        calls.close();
    }

    @Test
    void blockingOnAnEventLoop_isSeen() {
        // the negative control of the next test
        Mono<Integer> onTheLoop = Mono.fromCallable(BlockingCallsTest::block).subscribeOn(Schedulers.parallel());
        assertThatThrownBy(onTheLoop::block).hasRootCauseInstanceOf(BlockingOperationError.class);
    }

    @Test
    void call_keepsBlockingOffTheEventLoop() {
        Mono<Integer> call = calls.call(BlockingCallsTest::block);
        StepVerifier.create(Mono.defer(() -> call).subscribeOn(Schedulers.parallel()))
                .expectNext(42)
                .verifyComplete();
    }

    @Test
    void call_whenAllThreadsAndTheQueueAreTaken_isRefusedAsBusy() {
        Disposable running = calls.call(this::waitUntilFree).subscribe();
        Disposable waiting = calls.call(this::waitUntilFree).subscribe();
        StepVerifier.create(calls.call(() -> 1)).verifyErrorSatisfies(error -> {
            Problem busy = (Problem) error;
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.code()).isEqualTo("BUSY");
            assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        });
        running.dispose();
        waiting.dispose();
    }

    @Test
    void runningCall_completesWhenTheCallerDisconnects() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Disposable caller = calls.run(() -> {
                    begun.countDown();
                    waitUntilFree();
                    ended.set(true);
                })
                .subscribe();
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        caller.dispose();
        free.countDown();
        Awaitility.await().untilTrue(ended);
    }

    @Test
    void waitingCall_neverStartsWhenTheCallerDisconnects() {
        AtomicBoolean begun = new AtomicBoolean();
        calls.call(this::waitUntilFree).subscribe();
        calls.run(() -> begun.set(true)).subscribe().dispose();
        free.countDown();
        Awaitility.await()
                .untilAsserted(() ->
                        StepVerifier.create(calls.call(() -> 1)).expectNext(1).verifyComplete());
        assertThat(begun).isFalse();
    }

    @Test
    void call_failureAndNothing_reachTheCaller() {
        StepVerifier.create(calls.call(() -> {
                    throw new Problem(409, "CYCLE_CLOSED", "closed");
                }))
                .verifyError(Problem.class);
        StepVerifier.create(calls.call(() -> null)).verifyComplete();
    }

    private Integer waitUntilFree() {
        try {
            return free.await(10, TimeUnit.SECONDS) ? 1 : 0;
        } catch (InterruptedException e) {
            throw new AssertionError("a call was interrupted", e);
        }
    }

    private static Integer block() throws InterruptedException {
        new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
        return 42;
    }
}
