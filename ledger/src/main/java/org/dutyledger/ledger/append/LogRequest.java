package org.dutyledger.ledger.append;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dutyledger.ledger.store.InsertOutcome;
import org.dutyledger.ledger.store.LogStore;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.ledger.store.Rival;
import org.dutyledger.ledger.store.Tail;

/** The next request of the protocol. Its driver carries it out and returns the answer; null without an answer. */
sealed interface LogRequest {

    /** A request that the store answers. */
    sealed interface ToStore<T> extends LogRequest {
        T on(LogStore store);
    }

    record Insert(List<PlacedCommit> commits) implements ToStore<InsertOutcome> {
        @Override
        public InsertOutcome on(LogStore store) {
            return store.insert(commits);
        }
    }

    record ReadTail() implements ToStore<Tail> {
        @Override
        public Tail on(LogStore store) {
            return store.tail();
        }
    }

    record ReadSlots(List<Long> positions) implements ToStore<Map<Long, UUID>> {
        @Override
        public Map<Long, UUID> on(LogStore store) {
            return store.slots(positions);
        }
    }

    record FindRival(PlacedCommit commit) implements ToStore<Optional<Rival>> {
        @Override
        public Optional<Rival> on(LogStore store) {
            return store.rival(commit);
        }
    }

    record TakeTurn() implements ToStore<Boolean> {
        @Override
        public Boolean on(LogStore store) {
            return store.turns().take();
        }
    }

    record EndTurn() implements ToStore<Boolean> {
        @Override
        public Boolean on(LogStore store) {
            store.turns().end();
            return true;
        }
    }

    record AskWhetherTurnsAreWanted() implements ToStore<Boolean> {
        @Override
        public Boolean on(LogStore store) {
            return store.turns().wanted();
        }
    }

    /** Wait this long. */
    record Pause(long nanos) implements LogRequest {}

    /** Wait until the intake holds something. */
    record Idle() implements LogRequest {}
}
