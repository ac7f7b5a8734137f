package org.dutyledger.ledger.append;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.ledger.store.UniqueKeys;

/** One member of the simulated replica set: an operation log, part of which is known to be on a majority. */
final class SimNode {
    /** One write; a new primary writes an entry without commit, as Raft asks. */
    record Entry(long term, PlacedCommit commit) {}

    /** A caller that waits until the first {@code length} entries are on a majority. */
    record Waiter(int length, Runnable answer) {}

    final List<Entry> oplog = new ArrayList<>();
    final List<Waiter> waiters = new ArrayList<>();
    final int[] match = new int[3];
    long term;
    boolean primary;
    int committed;

    private final ToLongFunction<PlacedCommit> primaryKey;

    SimNode(ToLongFunction<PlacedCommit> primaryKey) {
        this.primaryKey = primaryKey;
    }

    /** Inserts in order; returns the index of the first clash, or the number of commits. */
    int insert(List<PlacedCommit> commits) {
        Set<Object> held = new HashSet<>();
        for (PlacedCommit commit : view(oplog.size())) {
            held.add(primaryKey.applyAsLong(commit));
            held.addAll(UniqueKeys.of(commit.commit()));
        }
        int applied = 0;
        for (PlacedCommit commit : commits) {
            List<Object> keys = UniqueKeys.of(commit.commit());
            if (!held.add(primaryKey.applyAsLong(commit)) || keys.stream().anyMatch(held::contains)) {
                return applied;
            }
            held.addAll(keys);
            oplog.add(new Entry(term, commit));
            applied++;
        }
        return applied;
    }

    /** The commits among the first {@code length} entries. */
    List<PlacedCommit> view(int length) {
        List<PlacedCommit> commits = new ArrayList<>();
        for (Entry entry : oplog.subList(0, length)) {
            if (entry.commit != null) {
                commits.add(entry.commit);
            }
        }
        return commits;
    }

    long lastTerm() {
        return oplog.isEmpty() ? 0 : oplog.get(oplog.size() - 1).term;
    }

    void stepDown(long newTerm) {
        term = newTerm;
        primary = false;
        waiters.clear();
    }

    void commitUpTo(int length) {
        committed = Math.max(committed, length);
        List<Waiter> done =
                waiters.stream().filter(waiter -> waiter.length <= committed).toList();
        waiters.removeAll(done);
        done.forEach(waiter -> waiter.answer.run());
    }
}
