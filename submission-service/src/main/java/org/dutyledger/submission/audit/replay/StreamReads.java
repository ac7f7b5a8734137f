package org.dutyledger.submission.audit.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.springframework.stereotype.Component;

/** Reads streams of the ledger as events. What one question needs is read; the ledger as a whole never is. */
@Component
final class StreamReads {
    private static final int PAGE = 1_000;
    private static final int LONG_PAGE = 5_000;
    private static final int MOST_AHEAD = 128;
    private static final long RECENT_BYTES = 16 << 20;
    private final LedgerReader ledger;
    private final RecentStreams recent = new RecentStreams(RECENT_BYTES);

    StreamReads(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /**
     * An event with its commit's hash and its stored bytes.
     *
     * @param commitHash lower-case hex hash of the commit that holds it
     * @param data its bytes as they are stored
     */
    record Receipt(String commitHash, byte[] data) {}

    long ledgerSize() {
        return ledger.size();
    }

    /** A whole stream, or nothing when there is none. */
    List<RecordedEvent> all(String stream) {
        RecentStreams.Kept known = recent.of(stream);
        List<RecordedEvent> more = new ArrayList<>();
        long bytes = 0;
        long next = known.nextSequence();
        List<StoredEvent> page;
        do {
            page = ledger.readStream(stream, next, LONG_PAGE);
            for (StoredEvent stored : page) {
                more.add(decode(stored));
                bytes += stored.data().length;
                next = stored.sequence() + 1;
            }
        } while (!page.isEmpty());
        if (more.isEmpty()) {
            return known.events();
        }
        RecentStreams.Kept now = known.and(more, bytes);
        recent.keep(stream, now);
        return now.events();
    }

    /** The first events of a stream at or after a place of the ledger that are wanted, at most {@code limit}. */
    List<RecordedEvent> from(String stream, long position, int limit, Predicate<RecordedEvent> wanted) {
        return collect(stream, position == 0 ? 0 : ledger.sequenceAt(stream, position), limit, wanted);
    }

    /** For each of these places the receipt of its event. */
    Map<Long, Receipt> receipts(Collection<Long> positions) {
        TreeSet<Long> wanted = new TreeSet<>(positions);
        Map<Long, Receipt> receipts = new HashMap<>();
        int ahead = 1;
        while (!wanted.isEmpty()) {
            int before = wanted.size();
            for (StoredCommit commit : ledger.read(wanted.first(), ahead)) {
                String hash = HexFormat.of().formatHex(commit.hash());
                commit.events().stream()
                        .filter(event -> wanted.remove(event.position()))
                        .forEach(event -> receipts.put(event.position(), new Receipt(hash, event.data())));
            }
            int found = before - wanted.size();
            if (found == 0) {
                wanted.pollFirst(); // not there: no place of the ledger
            }
            // where requested places are close together, one read serves many
            ahead = found * 4 > ahead ? Math.min(2 * ahead, MOST_AHEAD) : Math.max(1, ahead / 4);
        }
        return receipts;
    }

    /** The commits from a place on, at most {@code limit}. */
    List<StoredCommit> commits(long position, int limit) {
        return ledger.read(position, limit);
    }

    static RecordedEvent decode(StoredEvent stored) {
        return RecordedEvent.decode(stored.position(), null, stored.data());
    }

    private List<RecordedEvent> collect(String stream, long first, int limit, Predicate<RecordedEvent> wanted) {
        List<RecordedEvent> found = new ArrayList<>();
        long next = first;
        int size = Math.min(PAGE, limit);
        List<StoredEvent> page;
        do {
            page = ledger.readStream(stream, next, size);
            size = PAGE; // where many are not wanted, small pages would be many questions
            for (StoredEvent stored : page) {
                RecordedEvent event = decode(stored);
                if (wanted.test(event) && found.size() < limit) {
                    found.add(event);
                }
                next = stored.sequence() + 1;
            }
        } while (!page.isEmpty() && found.size() < limit);
        return found;
    }
}
