package org.dutyledger.benchmarks.ledger;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.dutyledger.ledger.append.AppendListener;

/** Counts what the appender meets; batch sizes by powers of two. */
final class BatchSizes implements AppendListener {
    private final AtomicLongArray byPower = new AtomicLongArray(10);
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong collisions = new AtomicLong();
    private final AtomicLong rebased = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();

    @Override
    public void stored(int size) {
        byPower.incrementAndGet(31 - Integer.numberOfLeadingZeros(size));
        batches.incrementAndGet();
        commits.addAndGet(size);
    }

    @Override
    public void collided() {
        collisions.incrementAndGet();
    }

    @Override
    public void rebased(int size) {
        rebased.addAndGet(size);
    }

    @Override
    public void outcomeUnknown() {
        unknown.incrementAndGet();
    }

    /** Mean batch size, at least 1. */
    int mean() {
        return (int) Math.max(1, commits.get() / Math.max(1, batches.get()));
    }

    String summary() {
        StringBuilder sizes = new StringBuilder();
        for (int power = 0; power < byPower.length(); power++) {
            if (byPower.get(power) > 0) {
                sizes.append(' ').append(1 << power).append("+:").append(byPower.get(power));
            }
        }
        return "mean batch %d, sizes%s, collisions %d, rebased commits %d, unknown batches %d"
                .formatted(mean(), sizes, collisions.get(), rebased.get(), unknown.get());
    }
}
