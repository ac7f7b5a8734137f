package org.dutyledger.ledger.append;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.dutyledger.ledger.AppendOutcomeUnknownException;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.LedgerBusyException;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.StreamConflictException;
import org.dutyledger.ledger.append.Pending.Outcome;
import org.dutyledger.ledger.store.EncodedCommit;
import org.dutyledger.ledger.store.LogStore;
import org.dutyledger.ledger.store.StoreUnavailableException;
import org.dutyledger.ledger.store.UniqueKeys;
import org.jspecify.annotations.Nullable;

/**
 * A ledger on a {@link LogStore}. Any number of them, in any number of processes, may share one log.
 *
 * <p>A commit that holds one of its own keys twice is refused with {@link StreamConflictException}; one whose places in
 * a stream are not contiguous, or which is larger than a batch may be, with {@link IllegalArgumentException}.
 */
public class GroupCommitLedger implements Ledger, AutoCloseable {
    private final LogStore store;
    private final AppendSettings settings;
    private final Intake intake;
    private final Appender appender;

    protected GroupCommitLedger(LogStore store, AppendSettings settings, AppendListener listener) {
        this.store = store;
        this.settings = settings;
        this.intake = new Intake(settings);
        AppendProtocol protocol = new AppendProtocol(intake, listener, System::nanoTime, new SplittableRandom());
        this.appender = new Appender(protocol, intake, store, settings.timeout());
    }

    @Override
    public Receipt append(NewCommit commit) {
        UniqueKeys.requireSound(commit);
        EncodedCommit draft = store.draft(commit);
        if (draft.bytes() > settings.maxBatchBytes()) {
            throw new IllegalArgumentException(
                    "a commit of " + draft.bytes() + " bytes is larger than " + settings.maxBatchBytes());
        }
        Pending pending = new Pending(commit, draft);
        if (!intake.offer(pending)) {
            throw new LedgerBusyException("the queue of the ledger is full or closed", null);
        }
        return receipt(pending, await(pending));
    }

    private Outcome await(Pending pending) {
        @Nullable Throwable cause = null;
        try {
            return pending.outcome().get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cause = e;
        } catch (TimeoutException | ExecutionException e) {
            cause = e;
        }
        boolean certain = pending.giveUp();
        Outcome late = pending.outcome().getNow(null);
        if (late != null) {
            return late;
        }
        String why = cause instanceof InterruptedException ? "the caller was interrupted" : "the time limit passed";
        return certain ? new Outcome.Refused(why) : new Outcome.Unknown(why);
    }

    private static Receipt receipt(Pending pending, Outcome outcome) {
        if (outcome instanceof Outcome.Stored stored) {
            return stored.receipt();
        }
        if (outcome instanceof Outcome.Conflict conflict) {
            throw new StreamConflictException(conflict.event());
        }
        if (outcome instanceof Outcome.Refused refused) {
            throw new LedgerBusyException("commit " + pending.commit().id() + ": " + refused.why(), null);
        }
        throw new AppendOutcomeUnknownException("commit " + pending.commit().id() + ": " + outcome, null);
    }

    /** How many commits wait to be sent, about; for metrics. */
    public int waiting() {
        return intake.waiting();
    }

    @Override
    public List<StoredCommit> read(long position, int limit) {
        return reading(() -> store.read(position, limit));
    }

    @Override
    public List<StoredEvent> readStream(String stream, long firstSequence, int limit) {
        return reading(() -> store.readStream(stream, firstSequence, limit));
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return reading(() -> store.lastSequence(stream));
    }

    @Override
    public Optional<StoredCommit> findRequest(String requestId) {
        return reading(() -> store.findRequest(requestId));
    }

    @Override
    public long size() {
        return reading(() -> store.tail().next());
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (StoreUnavailableException e) {
            throw new LedgerBusyException("the ledger currently cannot be read", e);
        }
    }

    /** Accepts no more commits, and waits at most the time limit for those under way. */
    @Override
    public void close() {
        appender.close();
    }
}
