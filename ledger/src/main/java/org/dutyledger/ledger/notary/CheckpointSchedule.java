package org.dutyledger.ledger.notary;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.publish.Lease;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.checkpoint.InconsistentCheckpointException;
import org.dutyledger.proof.note.SignedNote;

/**
 * Decides when a checkpoint is due: some time after the previous one if the ledger has grown, and at once after an
 * event that must not wait. It follows the ledger from the newest kept checkpoint on and has no memory of its own, so
 * whichever process takes over misses nothing.
 */
public final class CheckpointSchedule {
    private static final int PAGE = 500;
    private static final long UNKNOWN = -1;

    private final LedgerReader ledger;
    private final CheckpointHistory history;
    private final Supplier<SignedNote> checkpoint;
    private final Lease lease;
    private final Pace pace;

    private long looked = UNKNOWN;
    private long signed;
    private long due;
    private boolean urgent;

    /**
     * When checkpoints are due.
     *
     * @param every after which time, when something has changed
     * @param atOnce which events must not wait
     * @param nanoTime a clock as {@link System#nanoTime}
     */
    public record Pace(Duration every, Predicate<StoredEvent> atOnce, LongSupplier nanoTime) {}

    /**
     * A schedule.
     *
     * @param checkpoint signs and keeps the current state of the ledger
     * @param lease a hint which process is to look; nothing rests on it
     */
    public CheckpointSchedule(
            LedgerReader ledger, CheckpointHistory history, Supplier<SignedNote> checkpoint, Lease lease, Pace pace) {
        this.ledger = ledger;
        this.history = history;
        this.checkpoint = checkpoint;
        this.lease = lease;
        this.pace = pace;
    }

    /** Looks once, and signs if that is due. To be called by one thread, several times a second. */
    public void tick() {
        if (!lease.isHeld()) {
            looked = UNKNOWN;
            return;
        }
        if (looked == UNKNOWN) {
            signed = history.newest().map(CheckpointSchedule::size).orElse(0L);
            due = pace.nanoTime().getAsLong();
            urgent = false;
            looked = signed;
        }
        look();
        if (looked > signed && (urgent || pace.nanoTime().getAsLong() - due >= 0)) {
            sign();
        }
    }

    private void look() {
        List<StoredCommit> page = ledger.read(looked, PAGE);
        while (!page.isEmpty()) {
            for (StoredCommit commit : page) {
                urgent |= commit.events().stream().anyMatch(pace.atOnce());
                looked = commit.nextPosition();
            }
            page = ledger.read(looked, PAGE);
        }
    }

    private void sign() {
        try {
            signed = size(checkpoint.get());
            done();
        } catch (InconsistentCheckpointException said) {
            done(); // reported by the notary; an operator has to intervene, and the next tick would not change that
        }
    }

    private void done() {
        urgent = false;
        due = pace.nanoTime().getAsLong() + pace.every().toNanos();
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }
}
