package org.dutyledger.submission.audit.proof;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.tree.StreamsRoot;

/** The events of several streams in the order of the ledger; of each stream one short page is in memory. */
final class MergedStreams implements Iterator<StoredEvent> {
    private static final int PAGE = 50;
    private final LedgerReader ledger;
    private final PriorityQueue<Reading> readings = new PriorityQueue<>(
            Comparator.comparingLong(reading -> reading.page.element().position()));

    MergedStreams(LedgerReader ledger, List<StreamsRoot.End> streams) {
        this.ledger = ledger;
        streams.forEach(end -> readings.add(new Reading(end)));
    }

    @Override
    public boolean hasNext() {
        return !readings.isEmpty();
    }

    @Override
    public StoredEvent next() {
        Reading reading = readings.poll();
        if (reading == null) {
            throw new NoSuchElementException();
        }
        StoredEvent event = reading.take();
        if (!reading.page.isEmpty()) {
            readings.add(reading);
        }
        return event;
    }

    /** One stream; its page is empty only at its end. */
    private final class Reading {
        private final StreamsRoot.End end;
        private final Queue<StoredEvent> page = new ArrayDeque<>();
        private long next;

        Reading(StreamsRoot.End end) {
            this.end = end;
            readOn();
        }

        StoredEvent take() {
            StoredEvent event = page.remove();
            if (page.isEmpty() && next < end.length()) {
                readOn();
            }
            return event;
        }

        private void readOn() {
            List<StoredEvent> found = ledger.readStream(end.stream(), next, (int) Math.min(PAGE, end.length() - next));
            if (found.isEmpty()) {
                throw new IllegalStateException("stream '" + end.stream() + "' lacks its event " + next);
            }
            page.addAll(found);
            next += found.size();
        }
    }
}
