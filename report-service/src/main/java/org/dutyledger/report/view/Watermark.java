package org.dutyledger.report.view;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The position up to which something is complete. It only rises, and callers can wait for it. */
public final class Watermark {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition risen = lock.newCondition();
    private long position = -1;

    /** Raises it; a lower position changes nothing. */
    public void raise(long to) {
        lock.lock();
        try {
            if (to > position) {
                position = to;
                risen.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Complete up to and including this position; -1 for nothing. */
    public long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the position is reached.
     *
     * @return whether it was reached in time
     */
    public boolean await(long wanted, Duration atMost) {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (position < wanted) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = risen.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
