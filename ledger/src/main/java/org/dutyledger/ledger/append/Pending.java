package org.dutyledger.ledger.append;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.store.EncodedCommit;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.ledger.store.Tail;
import org.dutyledger.ledger.store.UniqueKeys;
import org.dutyledger.proof.chain.CommitHash;
import org.jspecify.annotations.Nullable;

/** A commit on its way, shared by its caller and the appender. */
final class Pending {
    /** How a commit ended. */
    sealed interface Outcome {
        record Stored(Receipt receipt) implements Outcome {}

        record Conflict(NewCommit.NewEvent event) implements Outcome {}

        /** Certainly not stored. */
        record Refused(String why) implements Outcome {}

        record Unknown(String why) implements Outcome {}
    }

    private enum State {
        QUEUED,
        SENT,
        /** The caller left while nothing was sent. */
        CANCELLED,
        /** The caller left while an attempt was on its way. */
        ABANDONED
    }

    private final NewCommit commit;
    private final EncodedCommit draft;
    private final byte[] leaves;
    private final List<Object> keys;
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private @Nullable PlacedCommit placed;
    private @Nullable Pending behind;

    Pending(NewCommit commit, EncodedCommit draft) {
        this.commit = commit;
        this.draft = draft;
        this.leaves = CommitHash.leaves(
                commit.events().stream().map(NewCommit.NewEvent::data).toList());
        this.keys = UniqueKeys.of(commit);
    }

    /** The keys that no two stored commits share. */
    List<Object> keys() {
        return keys;
    }

    NewCommit commit() {
        return commit;
    }

    int bytes() {
        return draft.bytes();
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    /** The caller leaves; true when its commit is certainly not stored and never will be. */
    boolean giveUp() {
        while (true) {
            if (state.compareAndSet(State.QUEUED, State.CANCELLED)) {
                return true;
            }
            if (state.compareAndSet(State.SENT, State.ABANDONED)) {
                return false;
            }
            if (state.get() == State.CANCELLED || state.get() == State.ABANDONED) {
                return state.get() == State.CANCELLED;
            }
            // the appender moved it between the two reads: read again
        }
    }

    boolean markSent() {
        return state.compareAndSet(State.QUEUED, State.SENT);
    }

    /** Its attempts can never succeed any more: it waits again, and its caller may leave without doubt. */
    boolean backToQueue() {
        return state.compareAndSet(State.SENT, State.QUEUED);
    }

    boolean abandoned() {
        return state.get() == State.ABANDONED;
    }

    /** Gives it the place after {@code tail} and returns the tail after it. */
    Tail place(Tail tail) {
        byte[] hash = CommitHash.commit(tail.hash(), tail.next(), commit.id(), leaves);
        PlacedCommit here = new PlacedCommit(commit, draft, tail.next(), tail.hash(), hash);
        placed = here;
        return new Tail(here.nextPosition(), hash);
    }

    PlacedCommit placed() {
        PlacedCommit here = placed;
        if (here == null) {
            throw new IllegalStateException("a commit was looked for that had no place yet");
        }
        return here;
    }

    /** It is durable at its place. */
    void stored() {
        PlacedCommit here = placed();
        outcome.complete(new Outcome.Stored(new Receipt(here.position(), here.nextPosition() - 1, here.hash(), false)));
    }

    void end(Outcome how) {
        outcome.complete(how);
    }

    /** The commit of an earlier batch that holds one of its keys if it was stored, or null. */
    @Nullable
    Pending behind() {
        return behind;
    }

    void waitBehind(@Nullable Pending earlier) {
        behind = earlier;
    }

    /** Ends it without asking the store when the commit it waited behind is stored; false when that one is not. */
    boolean settledBehind() {
        Pending earlier = behind;
        behind = null;
        if (earlier == null
                || !(earlier.outcome.getNow(null) instanceof Outcome.Stored stored)
                || stored.receipt().repeated()) {
            return false;
        }
        if (commit.requestId() != null && commit.requestId().equals(earlier.commit.requestId())) {
            Receipt first = stored.receipt();
            end(new Outcome.Stored(new Receipt(first.firstPosition(), first.lastPosition(), first.hash(), true)));
            return true;
        }
        int clash = UniqueKeys.firstShared(commit, earlier.keys);
        end(new Outcome.Conflict(commit.events().get(clash)));
        return true;
    }
}
