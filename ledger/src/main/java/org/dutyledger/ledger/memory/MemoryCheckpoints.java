package org.dutyledger.ledger.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dutyledger.ledger.checkpoint.Checkpoint;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.ledger.note.SignedNote;
import org.dutyledger.ledger.note.SignedNote.Signature;

/** A history that ends with the process; for tests and trials. */
public final class MemoryCheckpoints implements CheckpointHistory {
    private final TreeMap<Long, SignedNote> notes = new TreeMap<>();
    private final Map<Long, Long> followers = new HashMap<>();

    @Override
    public synchronized Optional<SignedNote> newest() {
        return Optional.ofNullable(notes.lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public synchronized Optional<SignedNote> of(long size) {
        return Optional.ofNullable(notes.get(size));
    }

    @Override
    public synchronized List<SignedNote> from(long size, int limit) {
        return notes.tailMap(size).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized boolean keep(SignedNote checkpoint, Optional<SignedNote> after) {
        long size = size(checkpoint);
        if (notes.containsKey(size)
                || followers.putIfAbsent(after.map(MemoryCheckpoints::size).orElse(-1L), size) != null) {
            return false;
        }
        notes.put(size, checkpoint);
        return true;
    }

    @Override
    public synchronized void sign(long size, Signature line) {
        SignedNote note = Objects.requireNonNull(notes.get(size));
        if (note.signatures().stream().noneMatch(line::isOfSameKey)) {
            notes.put(size, note.with(line));
        }
    }

    private static long size(SignedNote checkpoint) {
        return Checkpoint.parse(checkpoint.text()).size();
    }
}
