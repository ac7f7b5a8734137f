package org.dutyledger.ledger.notary;

import java.util.List;
import java.util.Optional;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.SignedNote;

/**
 * Every checkpoint of a ledger that was given out, one for each size, shared by all its processes. Append-only; each
 * checkpoint names the one it was compared with, and no two may follow the same one, so all of them form one line of
 * growing sizes, whichever process signs. Every method throws {@link org.dutyledger.ledger.LedgerBusyException} when
 * the store does not answer.
 */
public interface CheckpointHistory {
    /** Size of the missing predecessor of the first checkpoint. */
    long NONE = -1;

    /**
     * A kept checkpoint.
     *
     * @param after size of the one that it follows, or {@link #NONE}
     * @param note with all its signatures
     */
    record Kept(long after, SignedNote note) {
        /** Events that it covers. */
        public long size() {
            return Checkpoint.parse(note.text()).size();
        }
    }

    /** The largest one. */
    Optional<SignedNote> newest();

    /** The one of this size, with all its signatures. */
    Optional<SignedNote> of(long size);

    /** Those of this size or larger, in order. */
    default List<SignedNote> from(long size, int limit) {
        return kept(size, limit).stream().map(Kept::note).toList();
    }

    /** The same, and what each was compared with: only so it shows that one was removed. */
    List<Kept> kept(long size, int limit);

    /**
     * Adds a checkpoint.
     *
     * @param after the newest one, which it continues; empty for the first of all
     * @return false when there is a newer one than {@code after} by now; then nothing was added
     */
    boolean keep(SignedNote checkpoint, Optional<SignedNote> after);

    /** Adds a signature to a checkpoint, after those it has; of each key the first one stays. */
    void sign(long size, SignedNote.Signature line);
}
