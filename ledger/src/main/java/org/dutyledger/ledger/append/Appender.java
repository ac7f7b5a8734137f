package org.dutyledger.ledger.append;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.dutyledger.ledger.store.LogStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that drives the {@link AppendProtocol} against a store. It outlives errors as well: memory may be short
 * for a moment and because of others, and without this thread nothing is ever stored again.
 */
final class Appender implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Appender.class);
    private static final long IDLE_MILLIS = 100;

    private final AppendProtocol protocol;
    private final Intake intake;
    private final LogStore store;
    private final Duration closeTimeout;
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean stopNow;

    Appender(AppendProtocol protocol, Intake intake, LogStore store, Duration closeTimeout) {
        this.protocol = protocol;
        this.intake = intake;
        this.store = store;
        this.closeTimeout = closeTimeout;
        this.thread = new Thread(this::run, "ledger-appender");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            LogRequest request = protocol.proceed(null);
            while (!stopNow && !(closing && request instanceof LogRequest.Idle)) {
                request = next(request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            intake.close();
            protocol.abort("the ledger was closed");
            intake.refuseAll("the ledger was closed");
        }
    }

    private LogRequest next(LogRequest request) throws InterruptedException {
        Object answer = perform(request);
        try {
            return protocol.proceed(answer);
        } catch (RuntimeException | Error e) {
            log.error("The append protocol failed; the batch in flight is given up as unknown", e);
            protocol.abort("the appender failed: " + e);
            return new LogRequest.Pause(1_000_000);
        }
    }

    private @Nullable Object perform(LogRequest request) throws InterruptedException {
        if (request instanceof LogRequest.Pause pause) {
            LockSupport.parkNanos(pause.nanos());
        } else if (request instanceof LogRequest.Idle) {
            intake.await(IDLE_MILLIS);
        } else if (request instanceof LogRequest.ToStore<?> toStore) {
            try {
                return toStore.on(store);
            } catch (RuntimeException | Error e) {
                log.warn("The store did not answer {}: {}", request.getClass().getSimpleName(), e.toString());
            }
        }
        return null;
    }

    /** Accepts no more commits, stores the waiting ones if that is possible in time, and ends the rest. */
    @Override
    public void close() {
        intake.close();
        closing = true;
        try {
            thread.join(closeTimeout.toMillis());
            stopNow = true;
            LockSupport.unpark(thread);
            thread.join(closeTimeout.toMillis());
        } catch (InterruptedException e) {
            stopNow = true;
            Thread.currentThread().interrupt();
        }
    }
}
