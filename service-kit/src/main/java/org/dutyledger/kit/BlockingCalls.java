package org.dutyledger.kit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * The one marked place where blocking work leaves the event loop.
 *
 * <p>Promises: at most {@code threads} calls run and {@code queue} wait; one more is refused at once with 503
 * {@code BUSY}, so that overload shows as refusals and not as memory. A call that has begun runs to its end and is never
 * interrupted, even when its caller has disconnected: the outcome of a write under way must become known. Subscribing
 * never blocks the event loop ({@link WorkerThreads}).
 */
public final class BlockingCalls implements AutoCloseable {
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);
    private final WorkerThreads workers;

    public BlockingCalls(int threads, int queue) {
        workers = new WorkerThreads("blocking", threads, queue);
    }

    /** Runs the call on a thread that may block; a null result completes empty. */
    public <T> Mono<T> call(Callable<? extends @Nullable T> call) {
        return Mono.create(sink -> {
            AtomicBoolean cancelled = new AtomicBoolean();
            sink.onCancel(() -> cancelled.set(true));
            boolean accepted = workers.offer(() -> {
                if (!cancelled.get()) {
                    complete(sink, call);
                }
            });
            if (!accepted) {
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

    /** Accepts no more calls and waits a few seconds for those under way. */
    @Override
    public void close() {
        workers.close(CLOSE_WAIT);
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
}
