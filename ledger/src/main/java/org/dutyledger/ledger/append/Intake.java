package org.dutyledger.ledger.append;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where commits wait. Callers offer; everything else is the appender's. */
final class Intake {
    private final AppendSettings settings;
    private final BlockingQueue<Pending> queue;
    /** Ahead of the queue: what was taken out and has to wait again. */
    private final Deque<Pending> backlog = new ArrayDeque<>();

    private volatile boolean closed;

    Intake(AppendSettings settings) {
        this.settings = settings;
        this.queue = new ArrayBlockingQueue<>(settings.queueCapacity());
    }

    /** False when it is full or closed. */
    boolean offer(Pending pending) {
        return !closed && queue.offer(pending);
    }

    void close() {
        closed = true;
    }

    int waiting() {
        return queue.size();
    }

    boolean isEmpty() {
        return backlog.isEmpty() && queue.isEmpty();
    }

    /** Waits some time for a commit. */
    void await(long millis) throws InterruptedException {
        if (backlog.isEmpty()) {
            Pending first = queue.poll(millis, TimeUnit.MILLISECONDS);
            if (first != null) {
                backlog.add(first);
            }
        }
    }

    /**
     * The next batch, marked as sent. Two commits that share a key never go together: the later one waits until the
     * earlier one's outcome is known, and then needs no look into the store.
     */
    List<Pending> takeBatch() {
        List<Pending> batch = new ArrayList<>();
        List<Pending> held = new ArrayList<>();
        Map<Object, Pending> claimed = new HashMap<>();
        int bytes = 0;
        for (Pending next = poll(); next != null; next = poll()) {
            if (next.settledBehind()) {
                continue;
            }
            if (!batch.isEmpty() && bytes + next.bytes() > settings.maxBatchBytes()) {
                backlog.addFirst(next);
                break;
            }
            Pending rival = firstClaimed(claimed, next);
            if (rival != null) {
                next.waitBehind(rival);
                held.add(next);
            } else if (next.markSent()) {
                Pending taken = next;
                next.keys().forEach(key -> claimed.put(key, taken));
                batch.add(next);
                bytes += next.bytes();
                if (batch.size() == settings.maxBatchCommits()) {
                    break;
                }
            }
        }
        putFirst(held);
        return batch;
    }

    /** Puts commits that were taken out ahead of all others, in this order. */
    void putFirst(List<Pending> commits) {
        for (int i = commits.size() - 1; i >= 0; i--) {
            backlog.addFirst(commits.get(i));
        }
    }

    /** Ends all waiting commits; none of them was sent. */
    void refuseAll(String why) {
        for (Pending next = poll(); next != null; next = poll()) {
            if (next.giveUp()) {
                next.end(new Pending.Outcome.Refused(why));
            }
        }
    }

    private @Nullable Pending poll() {
        Pending first = backlog.poll();
        return first != null ? first : queue.poll();
    }

    private static @Nullable Pending firstClaimed(Map<Object, Pending> claimed, Pending next) {
        if (claimed.isEmpty()) {
            return null;
        }
        for (Object key : next.keys()) {
            Pending holder = claimed.get(key);
            if (holder != null) {
                return holder;
            }
        }
        return null;
    }
}
