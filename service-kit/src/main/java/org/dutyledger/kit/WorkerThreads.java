package org.dutyledger.kit;

import java.time.Duration;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded pool of daemon threads that an event loop may call.
 *
 * <p>A {@link java.util.concurrent.ThreadPoolExecutor} parks its caller on the pool's lock while other threads start,
 * and on the queue's lock while others enqueue. Here the caller takes no lock: it counts with a compare-and-swap,
 * enqueues into a lock-free queue and unparks a worker. Threads are started by workers only: the worker that takes a
 * task while no other worker is idle starts the next one first, so a task never waits for a busy worker while the pool
 * may grow. Threads are kept until {@link #close}.
 */
final class WorkerThreads {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerThreads.class);
    private static final Runnable END = () -> {};

    private final LinkedTransferQueue<Runnable> tasks = new LinkedTransferQueue<>();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();
    private final Semaphore places;
    private final String name;
    private final int threads;
    private final int capacity;
    private volatile boolean closed;

    /**
     * Creates a pool with one thread.
     *
     * @param threads most tasks that run at once; at least 1
     * @param queue most tasks that wait
     */
    WorkerThreads(String name, int threads, int queue) {
        this.name = name;
        this.threads = threads;
        this.capacity = Math.addExact(threads, queue);
        this.places = new Semaphore(capacity);
        grow();
    }

    /** Accepts a task without ever blocking; false when all threads and the queue are taken, or after {@link #close}. */
    boolean offer(Runnable task) {
        if (!places.tryAcquire()) {
            return false;
        }
        if (closed) {
            places.release();
            return false;
        }
        return tasks.offer(task);
    }

    /** Accepts no more tasks, waits at most {@code limit} for those accepted, and never interrupts one. */
    void close(Duration limit) {
        closed = true;
        try {
            // all places are free only when no task waits or runs
            if (places.tryAcquire(capacity, limit.toNanos(), TimeUnit.NANOSECONDS)) {
                places.release(capacity);
            }
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
        }
        for (int i = 0; i < threads; i++) {
            tasks.offer(END);
        }
    }

    private void grow() {
        int number = started.get();
        while (number < threads && !started.compareAndSet(number, number + 1)) {
            number = started.get();
        }
        if (number < threads) {
            idle.incrementAndGet();
            Thread thread = new Thread(this::work, name + "-" + (number + 1));
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void work() {
        for (Runnable task = next(); task != END; task = next()) {
            try {
                task.run();
            } catch (Throwable failure) {
                LOG.error("a blocking call failed outside its own error handling", failure);
            } finally {
                // an interrupt that a task left behind must not reach the next one
                Thread.interrupted();
                places.release();
                idle.incrementAndGet();
            }
        }
    }

    private Runnable next() {
        while (true) {
            try {
                Runnable task = tasks.take();
                if (idle.decrementAndGet() == 0 && task != END) {
                    grow();
                }
                return task;
            } catch (InterruptedException ignored) {
                // only END ends a worker
                continue;
            }
        }
    }
}
