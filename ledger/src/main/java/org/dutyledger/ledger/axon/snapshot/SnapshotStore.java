package org.dutyledger.ledger.axon.snapshot;

import java.util.Optional;

/** Keeps the newest snapshot of each stream. Losing them costs time, never facts. */
public interface SnapshotStore {

    /** Keeps a snapshot, unless one of a higher sequence is there already. */
    void store(String stream, long sequence, byte[] data);

    /** The snapshot with the highest sequence that was ever stored for the stream. */
    Optional<byte[]> newest(String stream);
}
