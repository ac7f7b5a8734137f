package org.dutyledger.ledger.axon.snapshot;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Snapshots that live as long as this process. */
public final class MemorySnapshots implements SnapshotStore {
    private final Map<String, Snapshot> newest = new ConcurrentHashMap<>();

    @Override
    public void store(String stream, long sequence, byte[] data) {
        newest.merge(stream, new Snapshot(sequence, data), (a, b) -> a.sequence() > b.sequence() ? a : b);
    }

    @Override
    public Optional<byte[]> newest(String stream) {
        return Optional.ofNullable(newest.get(stream)).map(Snapshot::data);
    }

    private record Snapshot(long sequence, byte[] data) {}
}
