package org.dutyledger.ledger.append;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.proof.chain.CommitHash;

/** Compares a durable log with the outcomes that callers got; the first finding as text, or null. */
final class SimCheck {
    private SimCheck() {}

    static String firstViolation(List<PlacedCommit> log, List<SimOperation> history) {
        String broken = chain(log);
        if (broken != null) {
            return broken;
        }
        Map<UUID, PlacedCommit> byId = new HashMap<>();
        Map<Long, PlacedCommit> byPosition = new HashMap<>();
        for (PlacedCommit commit : log) {
            byPosition.put(commit.position(), commit);
            if (byId.put(commit.commit().id(), commit) != null) {
                return "duplicate: a commit is stored twice";
            }
        }
        for (SimOperation operation : history) {
            PlacedCommit stored = byId.get(operation.commit().id());
            if (operation.reportsNotStored() && stored != null) {
                return "told failed, yet stored: " + operation;
            }
            if (operation.outcome() instanceof Pending.Outcome.Stored acknowledgement) {
                String wrong = acknowledged(operation.commit(), acknowledgement.receipt(), stored, byPosition);
                if (wrong != null) {
                    return wrong;
                }
            }
        }
        return realTimeOrder(history);
    }

    private static String chain(List<PlacedCommit> log) {
        long next = 0;
        byte[] head = CommitHash.genesis();
        for (PlacedCommit commit : log) {
            if (commit.position() != next) {
                return (commit.position() > next ? "gap" : "fork") + " at " + next + ": " + commit.position();
            }
            byte[] leaves = CommitHash.leaves(commit.commit().events().stream()
                    .map(NewCommit.NewEvent::data)
                    .toList());
            if (!Arrays.equals(head, commit.previousHash())) {
                return "previous hash at " + next;
            }
            if (!Arrays.equals(
                    commit.hash(), CommitHash.commit(head, next, commit.commit().id(), leaves))) {
                return "hash at " + next;
            }
            next = commit.nextPosition();
            head = commit.hash();
        }
        return null;
    }

    private static String acknowledged(
            NewCommit commit, Receipt receipt, PlacedCommit stored, Map<Long, PlacedCommit> byPosition) {
        PlacedCommit there = byPosition.get(receipt.firstPosition());
        if (there == null || stored == null && !receipt.repeated()) {
            return "lost acknowledgement at " + receipt.firstPosition();
        }
        boolean answers = there == stored
                || receipt.repeated()
                        && commit.requestId() != null
                        && commit.requestId().equals(there.commit().requestId());
        boolean exact =
                receipt.lastPosition() == there.nextPosition() - 1 && Arrays.equals(receipt.hash(), there.hash());
        return answers && exact ? null : "acknowledged at the wrong place " + receipt.firstPosition();
    }

    /** A commit acknowledged before another one began has the lower position. */
    private static String realTimeOrder(List<SimOperation> history) {
        for (SimOperation before : history) {
            for (SimOperation after : history) {
                if (before.ended() < after.invoked()
                        && position(before) >= 0
                        && position(after) >= 0
                        && position(before) >= position(after)) {
                    return "real-time order: " + position(before) + " was acknowledged before " + position(after);
                }
            }
        }
        return null;
    }

    private static long position(SimOperation operation) {
        return operation.outcome() instanceof Pending.Outcome.Stored acknowledgement
                        && !acknowledgement.receipt().repeated()
                ? acknowledgement.receipt().firstPosition()
                : -1;
    }
}
