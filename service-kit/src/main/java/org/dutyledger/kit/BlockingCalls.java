package org.dutyledger.kit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * The one marked place where blocking work leaves the event loop.
 *
 * <p>Promises: at most {@code threads} calls run and {@code queue} wait; one more is refused at once with 503
 * {@code BUSY}, so that overload shows as refusals and not as memory. A call that has begun runs to its end and is never
 * interrupted, even when the caller has gone away: a write half-way through must learn its outcome.
 */
public final class BlockingCalls implements AutoCloseable {
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);
    private final ThreadPoolExecutor executor;

    public BlockingCalls(int threads, int queue) {
        executor = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), namedThreads());
        executor.allowCoreThreadTimeOut(true);
    }

    /** Runs the call on a thread that may block; a null result completes empty. */
    public <T> Mono<T> call(Callable<? extends @Nullable T> call) {
        return Mono.create(sink -> {
            AtomicBoolean cancelled = new AtomicBoolean();
            sink.onCancel(() -> cancelled.set(true));
            try {
                executor.execute(() -> {
                    if (!cancelled.get()) {
                        complete(sink, call);
                    }
                });
            } catch (RejectedExecutionException full) {
                sink.error(busy());
            }
        });
    }

    /** Runs the action on a thread that may block. */
    public Mono<Void> run(Runnable action) {
        return call(() -> {
            action.run();
            return null;
        });
    }

    /** Takes no more calls and waits a few seconds for those under way. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            executor.awaitTermination(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> void complete(MonoSink<T> sink, Callable<? extends @Nullable T> call) {
        T result;
        try {
            result = call.call();
        } catch (Throwable failure) {
            sink.error(failure);
            return;
        }
        if (result == null) {
            sink.success();
        } else {
            sink.success(result);
        }
    }

    private static Problem busy() {
        return new Problem(
                503, "BUSY", "too many requests are under way; try again shortly", List.of(), Duration.ofSeconds(1));
    }

    private static ThreadFactory namedThreads() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "blocking-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
