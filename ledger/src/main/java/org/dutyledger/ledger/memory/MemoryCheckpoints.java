package org.dutyledger.ledger.memory;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.note.SignedNote.Signature;

/** A history that ends with the process; for tests and trials. */
public final class MemoryCheckpoints implements CheckpointHistory {
    private final TreeMap<Long, Kept> notes = new TreeMap<>();
    private final Set<Long> followed = new HashSet<>();

    @Override
    public synchronized Optional<SignedNote> newest() {
        return Optional.ofNullable(notes.lastEntry())
                .map(last -> last.getValue().note());
    }

    @Override
    public synchronized Optional<SignedNote> of(long size) {
        return Optional.ofNullable(notes.get(size)).map(Kept::note);
    }

    @Override
    public synchronized List<Kept> kept(long size, int limit) {
        return notes.tailMap(size).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized boolean keep(SignedNote checkpoint, Optional<SignedNote> after) {
        Kept next = new Kept(after.map(MemoryCheckpoints::size).orElse(NONE), checkpoint);
        if (notes.containsKey(next.size()) || !followed.add(next.after())) {
            return false;
        }
        notes.put(next.size(), next);
        return true;
    }

    @Override
    public synchronized void sign(long size, Signature line) {
        Kept kept = Objects.requireNonNull(notes.get(size));
        if (kept.note().signatures().stream().noneMatch(line::isOfSameKey)) {
            notes.put(size, new Kept(kept.after(), kept.note().with(line)));
        }
    }

    private static long size(SignedNote checkpoint) {
        return Checkpoint.parse(checkpoint.text()).size();
    }
}
