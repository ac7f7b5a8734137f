package org.dutyledger.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private final Watermark mark = new Watermark();

    @Test
    void neverFalls() {
        mark.raise(5);
        mark.raise(3);
        assertThat(mark.position()).isEqualTo(5);
    }

    @Test
    void reachedPosition_isNotWaitedFor() {
        mark.raise(5);
        assertThat(mark.await(5, Duration.ZERO)).isTrue();
        assertThat(mark.await(6, Duration.ZERO)).isFalse();
        assertThat(mark.await(6, Duration.ofSeconds(-1))).isFalse();
    }

    @Test
    void waiter_wakesAtItsPosition() throws Exception {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> mark.await(7, LONG));
        mark.raise(6);
        assertThat(waiting).isNotDone();
        mark.raise(7);
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void interruptedWaiter_givesUpAndStaysInterrupted() throws Exception {
        CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
            Thread.currentThread().interrupt();
            boolean reached = mark.await(1, LONG);
            return !reached && Thread.interrupted();
        });
        assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
    }
}
