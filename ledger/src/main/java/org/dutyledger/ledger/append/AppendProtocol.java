package org.dutyledger.ledger.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.dutyledger.ledger.append.Pending.Outcome;
import org.dutyledger.ledger.store.InsertOutcome;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.ledger.store.Rival;
import org.dutyledger.ledger.store.Tail;
import org.jspecify.annotations.Nullable;

/**
 * The append protocol of one process, free of threads, clocks and I/O: it returns the next request, its driver carries
 * it out and passes the answer to {@link #proceed}. {@code ledger/README.md} gives the rules and why they suffice.
 *
 * <p>Correctness rests on these rules: one batch is in flight; a batch at p is composed only after everything before p
 * is durable; an attempt at p can succeed only while p is free, and a commit leaves p only after p was seen durably
 * taken by another, or a durable rival shuts it out. So at most one attempt of a commit ever succeeds, and there is no
 * gap.
 */
class AppendProtocol {
    /** After a clash the rival is most often just not durable yet: look this often before sending again. */
    private static final int LOOKS_BEFORE_RESEND = 4;

    private final Intake intake;
    private final AppendListener listener;
    private final Pacing pacing;

    /** Sent and unresolved, in order of their places. */
    private List<Pending> batch = List.of();
    /** The position of the next batch, or null when it has to be read from the store. */
    private @Nullable Tail tail;

    private Function<@Nullable Object, LogRequest> continuation = answer -> collect();

    AppendProtocol(Intake intake, AppendListener listener, LongSupplier nanoTime, RandomGenerator random) {
        this.intake = intake;
        this.listener = listener;
        this.pacing = new Pacing(nanoTime, random);
    }

    /** Takes the answer to the last request, null when there was none, and returns the next request. */
    LogRequest proceed(@Nullable Object answer) {
        return continuation.apply(answer);
    }

    /** Drops the batch in flight; its callers get an unknown outcome. */
    void abort(String why) {
        batch.forEach(pending -> pending.end(new Outcome.Unknown(why)));
        batch = List.of();
        tail = null;
        continuation = answer -> collect();
    }

    private LogRequest collect() {
        if (intake.isEmpty()) {
            return pacing.isMyTurn() ? endTurn() : then(new LogRequest.Idle(), this::collect);
        }
        if (pacing.turnIsOver()) {
            return endTurn();
        }
        if (pacing.mustAskForTurn()) {
            return ask(new LogRequest.TakeTurn(), this::turnAnswered);
        }
        if (tail == null) {
            return ask(new LogRequest.ReadTail(), this::tailRead);
        }
        batch = intake.takeBatch();
        if (batch.isEmpty()) {
            return collect();
        }
        Tail end = tail;
        for (Pending pending : batch) {
            end = pending.place(end);
        }
        return send(true);
    }

    private LogRequest turnAnswered(@Nullable Boolean mine) {
        if (Boolean.FALSE.equals(mine)) {
            pacing.turnDenied();
            return then(new LogRequest.Pause(Pacing.ASK_EVERY), this::collect);
        }
        pacing.turnGranted();
        tail = null;
        return collect();
    }

    private LogRequest losersAnswered(@Nullable Boolean found) {
        pacing.lookedForLosers(Boolean.TRUE.equals(found));
        return collect();
    }

    private LogRequest endTurn() {
        pacing.turnEnded();
        return ask(
                new LogRequest.EndTurn(),
                (@Nullable Boolean done) -> then(new LogRequest.Pause(Pacing.AFTER_TURN), this::collect));
    }

    private LogRequest tailRead(@Nullable Tail end) {
        tail = end;
        return end == null ? pauseThen(this::collect) : collect();
    }

    private LogRequest send(boolean first) {
        List<PlacedCommit> placed = batch.stream().map(Pending::placed).toList();
        return ask(
                new LogRequest.Insert(placed),
                (@Nullable InsertOutcome outcome) -> first && outcome instanceof InsertOutcome.NotSent
                        ? rebase()
                        : inserted(outcome == null ? new InsertOutcome.Unknown(null) : outcome, first));
    }

    private LogRequest inserted(InsertOutcome outcome, boolean first) {
        if (outcome instanceof InsertOutcome.Stored) {
            if (first) {
                listener.stored(batch.size());
            }
            acknowledge(batch.size());
            return pacing.mustLookForLosers()
                    ? ask(new LogRequest.AskWhetherTurnsAreWanted(), this::losersAnswered)
                    : collect();
        }
        if (outcome instanceof InsertOutcome.Clash clash) {
            listener.collided();
            return clashed(clash.index());
        }
        listener.outcomeUnknown();
        return outcomeUnknown();
    }

    /** Commits before {@code index} were applied, the one there met an equal key: neither need be durable. */
    LogRequest clashed(int index) {
        return resolve(index, LOOKS_BEFORE_RESEND);
    }

    LogRequest outcomeUnknown() {
        return resolve(batch.size() - 1, 1);
    }

    /** Reads the places of the batch up to index {@code last}; never guesses. */
    private LogRequest resolve(int last, int looks) {
        if (batch.stream().allMatch(Pending::abandoned)) {
            listener.abandoned(batch.size());
            abort("the outcome is still unknown at the deadline");
            return collect();
        }
        List<Long> positions = batch.subList(0, last + 1).stream()
                .map(pending -> pending.placed().position())
                .toList();
        return ask(new LogRequest.ReadSlots(positions), (@Nullable Map<Long, UUID> slots) -> {
            if (slots == null) {
                return pauseThen(() -> resolve(last, looks));
            }
            int own = 0;
            while (own <= last && holds(slots, own)) {
                own++;
            }
            acknowledge(own);
            if (batch.isEmpty()) {
                return collect();
            }
            return own > last ? resolve(0, looks) : resolveFirst(slots, looks);
        });
    }

    private boolean holds(Map<Long, UUID> slots, int index) {
        Pending pending = batch.get(index);
        return pending.commit().id().equals(slots.get(pending.placed().position()));
    }

    private LogRequest resolveFirst(Map<Long, UUID> slots, int looks) {
        Pending first = batch.get(0);
        boolean taken = slots.containsKey(first.placed().position());
        return ask(new LogRequest.FindRival(first.placed()), (@Nullable Optional<Rival> rival) -> {
            if (rival == null) {
                return pauseThen(() -> resolve(0, looks));
            }
            if (rival.isPresent()) {
                shutOut(rival.get());
                return rebase();
            }
            if (taken) {
                listener.rebased(batch.size());
                pacing.lostRace();
                return rebase();
            }
            // free and without rival: the attempt may still be under way, or the clash may roll back
            return then(
                    new LogRequest.Pause(pacing.beforeNextLook()),
                    () -> looks > 1 ? resolve(0, looks - 1) : send(false));
        });
    }

    /** The first of the batch can never be stored. */
    void shutOut(Rival rival) {
        Pending first = batch.get(0);
        batch = batch.subList(1, batch.size());
        if (rival instanceof Rival.SameRequest same) {
            first.end(new Outcome.Stored(same.first()));
        } else if (rival instanceof Rival.SameEvent same) {
            first.end(new Outcome.Conflict(first.commit().events().get(same.index())));
        }
    }

    /** No attempt of the batch can succeed any more: its commits queue again, to be placed at the end of the log. */
    LogRequest rebase() {
        List<Pending> again = new ArrayList<>(batch);
        again.removeIf(pending -> !pending.backToQueue());
        intake.putFirst(again);
        batch = List.of();
        tail = null;
        return collect();
    }

    /** The first {@code count} of the batch are durable at their places. */
    void acknowledge(int count) {
        if (count > 0) {
            PlacedCommit last = batch.get(count - 1).placed();
            tail = new Tail(last.nextPosition(), last.hash());
            batch.subList(0, count).forEach(Pending::stored);
            batch = batch.subList(count, batch.size());
            pacing.wentWell();
        }
    }

    private LogRequest pauseThen(Supplier<LogRequest> next) {
        return then(new LogRequest.Pause(pacing.backoff()), next);
    }

    private LogRequest then(LogRequest request, Supplier<LogRequest> next) {
        continuation = answer -> next.get();
        return request;
    }

    @SuppressWarnings("unchecked") // the driver answers each request with its own type
    private <T> LogRequest ask(LogRequest.ToStore<T> request, Function<@Nullable T, LogRequest> next) {
        continuation = answer -> next.apply((@Nullable T) answer);
        return request;
    }
}
