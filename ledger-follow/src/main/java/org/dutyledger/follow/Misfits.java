package org.dutyledger.follow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of the topic that are not the ledger's own: an alarm from the moment one is found until the ledger's own commit
 * has been verified and applied at the position where it was found. Thread-safe.
 */
public final class Misfits {
    private static final Logger LOG = LoggerFactory.getLogger(Misfits.class);
    private static final int KEPT = 20;

    private final Deque<Misfit> last = new ArrayDeque<>();
    private long applied = -1;
    private long count;

    /**
     * One such record.
     *
     * @param place topic, partition and offset
     * @param position explained by the ledger's own commit at this position
     */
    private record Misfit(String place, long position, String what) {
        @Override
        public String toString() {
            return place + " " + what;
        }
    }

    synchronized void add(String place, long position, String what) {
        if (last.stream().anyMatch(known -> known.place().equals(place))) {
            return; // read again after a restart from the store
        }
        Misfit found = new Misfit(place, position, what);
        count++;
        last.addLast(found);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        LOG.error("ALARM, a record is not of the ledger and is not used: {}", found);
    }

    synchronized void applied(long position) {
        last.stream()
                .filter(m -> m.position() > applied && m.position() <= position)
                .forEach(m -> LOG.warn("the ledger's own commit at {} explains the alarm: {}", m.position(), m));
        applied = position;
    }

    /** The alarm: which records are not explained yet; empty when there are none. */
    public synchronized Optional<String> alarm() {
        List<Misfit> open = last.stream().filter(m -> m.position() > applied).toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(text(open));
    }

    /** How many such records were found since the start. */
    public synchronized long count() {
        return count;
    }

    /** The last of them, explained or not; empty text for none. */
    public synchronized String recent() {
        return text(last);
    }

    private static String text(Collection<Misfit> misfits) {
        return misfits.stream().map(Misfit::toString).collect(Collectors.joining("; "));
    }
}
