package org.dutyledger.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the ledger. Positions are contiguous from 0, and the order of reading is the order of commits. Every read throws {@link
 * LedgerBusyException} when the store does not answer, and {@link LedgerBrokenException} when a document in the place of a
 * commit is not one.
 */
public interface LedgerReader {

    /**
     * Commits in order, starting with the one that holds {@code position}; an empty list when the ledger ends before.
     *
     * @param limit commits at the most, at least 1; there may be fewer where commits are large
     */
    List<StoredCommit> read(long position, int limit);

    /**
     * The events of one stream from {@code firstSequence} on, in order; at most {@code limit}, and fewer only at its end
     * or before a hole in its sequences. Empty only at its end.
     */
    List<StoredEvent> readStream(String stream, long firstSequence, int limit);

    /** The last sequence of a stream, or empty when the stream does not exist. */
    OptionalLong lastSequence(String stream);

    /** The event at a position, or empty when the ledger ends before. */
    default Optional<StoredEvent> find(long position) {
        return read(position, 1).stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.position() == position)
                .findFirst();
    }

    /**
     * The next sequence of a stream at a position; for a stream without holes also the number of its events
     * before. A binary search, since streams follow the ledger.
     */
    default long sequenceAt(String stream, long position) {
        long low = 0;
        long high = lastSequence(stream).orElse(-1) + 1;
        long probe = high - 1; // mostly it is all of them
        while (low < high) {
            List<StoredEvent> one = readStream(stream, probe, 1);
            if (!one.isEmpty() && one.get(0).position() < position) {
                low = probe + 1;
            } else {
                high = probe;
            }
            probe = (low + high) >>> 1;
        }
        return low;
    }

    /** The commit stored under a request id. */
    Optional<StoredCommit> findRequest(String requestId);

    /** The position after the last event, 0 for an empty ledger. */
    long size();
}
