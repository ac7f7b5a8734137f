package org.dutyledger.ledger.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;

/**
 * Keeps commits under unique keys: the first position, each (stream, sequence), each event id, the request id.
 *
 * <p>Every read returns only durable commits, which no failover takes back; it may lag. Reads throw
 * {@link StoreUnavailableException} when the store does not answer.
 */
public interface LogStore {

    /** Encodes a commit ahead of its place; called by many threads. */
    EncodedCommit draft(NewCommit commit);

    /** Inserts in order, stops at the first clash. Never throws: an unknown outcome is returned as such. */
    InsertOutcome insert(List<PlacedCommit> commits);

    /** The end of the durable log. */
    Tail tail();

    /** The commit stored at each of these first positions; free ones are absent. */
    Map<Long, UUID> slots(Collection<Long> positions);

    /**
     * The durable commit that keeps this one out. A commit at its own place with its own id is not a rival; one that
     * answers the same request takes precedence over one that clashes.
     */
    Optional<Rival> rival(PlacedCommit commit);

    /** Turn taking between the appenders of this log. */
    Turns turns();

    /** Contiguous commits, the first of which holds {@code position}; see {@link org.dutyledger.ledger.Ledger#read}. */
    List<StoredCommit> read(long position, int limit);

    /** See {@link org.dutyledger.ledger.Ledger#readStream}. */
    List<StoredEvent> readStream(String stream, long firstSequence, int limit);

    /** See {@link org.dutyledger.ledger.Ledger#lastSequence}. */
    OptionalLong lastSequence(String stream);

    /** See {@link org.dutyledger.ledger.Ledger#findRequest}. */
    Optional<StoredCommit> findRequest(String requestId);
}
