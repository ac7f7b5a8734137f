package org.dutyledger.ledger.notary;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.dutyledger.ledger.LedgerBrokenException;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.proof.chain.CommitHash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the ledger in the background: whether the commit it saw last is still there and what follows continues it, and,
 * slowly, the whole chain from the first commit on, round after round. What is wrong at two turns is an alarm; it ends
 * when the commit is there again and a whole round found nothing. Turns by one thread, {@link #alarm} by any.
 */
public final class LedgerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);
    private static final int PAGE = 100;

    private final LedgerReader ledger;
    private final Pace pace;
    private final Walk round = new Walk();
    private final Walk end = new Walk();
    private @Nullable StoredCommit seen;
    private long budget;
    private long roundDue;
    private boolean clean = true;
    private @Nullable String suspected;
    private volatile @Nullable String alarm;

    /**
     * How much is read.
     *
     * @param eventsATurn events of the slow round at each turn, on average
     * @param every least time from the beginning of one round to that of the next
     * @param nanoTime a clock as {@link System#nanoTime}
     */
    public record Pace(int eventsATurn, Duration every, LongSupplier nanoTime) {}

    /** A watch that has seen nothing yet. */
    public LedgerWatch(LedgerReader ledger, Pace pace) {
        this.ledger = ledger;
        this.pace = pace;
        this.roundDue = pace.nanoTime().getAsLong();
    }

    /** Why the ledger must not be signed; empty when nothing wrong is known. */
    public Optional<String> alarm() {
        return Optional.ofNullable(alarm);
    }

    /** Looks once; throws when the ledger does not answer. */
    public void turn() {
        String found;
        try {
            found = lookAtEnd();
            if (found == null) {
                found = goRound();
            }
        } catch (LedgerBrokenException e) {
            found = String.valueOf(e.getMessage());
        }
        if (found != null) {
            clean = false;
            roundDue = pace.nanoTime().getAsLong();
            if (found.equals(suspected) && !found.equals(alarm)) {
                LOG.error("ALARM, the ledger is not signed: {}", found);
                alarm = found;
            }
        }
        suspected = found;
    }

    /** The fault at the end, if any: seen commits must not disappear, and no hole may follow. */
    private @Nullable String lookAtEnd() {
        StoredCommit last = seen;
        if (last == null) {
            long size = ledger.size();
            if (size > 0) {
                remember(ledger.read(size - 1, 1));
            }
            return null;
        }
        List<StoredCommit> still = ledger.read(last.position(), 1);
        if (still.isEmpty() || !Arrays.equals(still.get(0).hash(), last.hash())) {
            return "the commit at position " + last.position() + ", seen before with the hash "
                    + HexFormat.of().formatHex(last.hash()) + ", is missing or has another hash";
        }
        long size = ledger.size();
        List<StoredCommit> more = ledger.read(end.next, PAGE);
        String wrong = end.wrong(more, size);
        if (wrong == null) {
            remember(more);
        }
        return wrong;
    }

    private void remember(List<StoredCommit> commits) {
        if (!commits.isEmpty()) {
            StoredCommit last = commits.get(commits.size() - 1);
            seen = last;
            end.next = last.nextPosition();
            end.head = last.hash();
        }
    }

    private @Nullable String goRound() {
        if (pace.nanoTime().getAsLong() - roundDue < 0) {
            return null;
        }
        budget = Math.min(budget, 0) + pace.eventsATurn();
        while (budget > 0) {
            long from = round.next;
            long size = ledger.size();
            List<StoredCommit> page = ledger.read(from, (int) Math.min(PAGE, budget));
            String wrong = round.wrong(page, size);
            if (wrong != null) {
                return wrong;
            }
            if (page.isEmpty()) {
                roundIsOver();
                return null;
            }
            StoredCommit last = page.get(page.size() - 1);
            round.next = last.nextPosition();
            round.head = last.hash();
            budget -= round.next - from;
        }
        return null;
    }

    private void roundIsOver() {
        if (clean && alarm != null) {
            LOG.warn("the whole ledger was read again and is sound; it was: {}", alarm);
            alarm = null;
        }
        // the round that found something is followed by another at once, which may end the alarm
        roundDue = pace.nanoTime().getAsLong() + (clean ? pace.every().toNanos() : 0);
        clean = true;
        round.next = 0;
        round.head = CommitHash.genesis();
    }

    /** A place in the chain. */
    private static final class Walk {
        private long next;
        private byte[] head = CommitHash.genesis();

        /**
         * The reason why a page does not continue from here, or null; an empty page is the end only when the ledger
         * holds no more.
         */
        @Nullable
        String wrong(List<StoredCommit> page, long size) {
            if (page.isEmpty()) {
                return size > next
                        ? "no commit can be read at position " + next + ", but " + size + " events are held"
                        : null;
            }
            long due = next;
            byte[] previous = head;
            for (StoredCommit commit : page) {
                byte[] leaves = CommitHash.leaves(
                        commit.events().stream().map(event -> event.data()).toList());
                if (commit.position() != due
                        || !Arrays.equals(commit.previousHash(), previous)
                        || !Arrays.equals(commit.hash(), CommitHash.commit(previous, due, commit.id(), leaves))) {
                    return "the commit at position " + commit.position() + " does not continue the chain at " + due;
                }
                due = commit.nextPosition();
                previous = commit.hash();
            }
            return null;
        }
    }
}
