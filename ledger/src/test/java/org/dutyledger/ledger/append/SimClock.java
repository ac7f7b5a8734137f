package org.dutyledger.ledger.append;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time: things happen in the order of their times, and nothing else happens. */
final class SimClock {
    static final long MILLIS = 1_000_000;

    private record Event(long at, long number, Runnable what) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private long number;
    private long now;

    long now() {
        return now;
    }

    void after(long nanos, Runnable what) {
        events.add(new Event(now + nanos, number++, what));
    }

    /** Lets the next thing happen; false when there is none before {@code end}. */
    boolean step(long end) {
        Event next = events.peek();
        if (next == null || next.at > end) {
            return false;
        }
        events.remove();
        now = next.at;
        next.what.run();
        return true;
    }
}
