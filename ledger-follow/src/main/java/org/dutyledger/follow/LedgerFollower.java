package org.dutyledger.follow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.dutyledger.proof.chain.CommitHash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the ledger's order out of what its topic delivers, and lets only the ledger's own commits through.
 *
 * <p>A commit is applied when its hash, recomputed over its events, continues the commit applied before, and the ledger
 * itself names the same hash at the last position of the batch; the chain then covers the whole batch. When the ledger
 * does not answer, what continues the chain is applied and compared later. A gap, or a record that does not fit, is read
 * from the ledger, whose events are checked in the same way. Confined to one thread.
 */
public final class LedgerFollower {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerFollower.class);
    private static final int PAGE = 500;
    private static final int REMEMBERED = 10_000;
    private static final int IDLE_POLLS = 2;
    private static final long ASK_AGAIN = Duration.ofSeconds(5).toNanos();

    private final LedgerFeed feed;
    private final Sink sink;
    private final Misfits misfits;
    private final LongSupplier nanoTime;

    private CommitAssembler chain = new CommitAssembler(0, genesis());
    private Head applied = new Head(0, genesis());
    private final List<ChainedEvent> whole = new ArrayList<>();
    /** Records that are not applied yet, or did not fit; in order of arrival. */
    private final List<Received> undecided = new ArrayList<>();
    /** The events applied last, by position, as fingerprints. */
    private final Map<Long, String> known = new LinkedHashMap<>();

    private int idlePolls;
    private @Nullable Long askAgainAt;

    /** The place after the commit that was applied last. */
    private record Head(long next, String hash) {}

    /** Receives the ledger's own commits. */
    public interface Sink {
        /**
         * Applies whole commits; durable when it returns.
         *
         * @param events in order, continuing what was applied before
         * @param head hash of the last of these commits, to be stored with its position
         */
        void apply(List<ChainedEvent> events, String head);
    }

    /** A follower that begins at position 0 until {@link #resume} is called. */
    public LedgerFollower(LedgerFeed feed, Sink sink, Misfits misfits, LongSupplier nanoTime) {
        this.feed = feed;
        this.sink = sink;
        this.misfits = misfits;
        this.nanoTime = nanoTime;
    }

    /** The hash before the first commit. */
    public static String genesis() {
        return HexFormat.of().formatHex(CommitHash.genesis());
    }

    /**
     * Forgets everything in memory and continues after a commit.
     *
     * @param next position after it
     * @param head its hash
     */
    public void resume(long next, String head) {
        restartAt(next, head);
        known.clear();
        undecided.clear();
        askAgainAt = null;
        misfits.applied(next - 1);
    }

    /** Takes one poll of the topic. */
    public void accept(List<Received> records) {
        idlePolls = 0;
        for (Received record : records) {
            ChainedEvent event = record.event();
            if (event == null) {
                settle();
                misfits.add(record.place(), chain.base(), record.problem());
            } else {
                take(record, event);
            }
        }
        settle();
    }

    /** An empty poll: a commit that stays incomplete is not one that the ledger's publisher sends. */
    public void idle() {
        if (!chain.open().isEmpty() && ++idlePolls >= IDLE_POLLS) {
            settle();
            readFromLedger(Long.MAX_VALUE);
        }
    }

    /**
     * Compares what was applied with the ledger, and reads on from there while an alarm is not explained. To be called now
     * and then.
     *
     * @throws AnotherHistoryException when the ledger names another commit
     * @throws RuntimeException when the ledger cannot be read now
     */
    public void compare() {
        long last = applied.next() - 1;
        if (last >= 0) {
            String named = hashAt(last);
            if (!applied.hash().equals(named)) {
                throw new AnotherHistoryException("the commit applied at position " + last + " has the hash "
                        + applied.hash() + ", the ledger "
                        + (named == null ? "ends before it" : "names " + named + " there"));
            }
        }
        if (misfits.alarm().isPresent()) {
            settle();
            readFromLedger(Long.MAX_VALUE);
        }
    }

    /**
     * Applies the ledger's events before a position, or all of them, from the ledger itself.
     *
     * @throws AnotherHistoryException when the ledger does not continue what was applied
     */
    public void readFromLedger(long until) {
        chain.dropOpen();
        boolean more = true;
        while (more && (chain.next() < until || !chain.open().isEmpty())) {
            long missing = until - chain.next();
            int wanted = missing > 0 ? (int) Math.min(PAGE, missing) : PAGE;
            List<ChainedEvent> page = feed.events(chain.next(), wanted);
            for (ChainedEvent event : page) {
                String problem = chain.offer(event, whole);
                if (problem != null) {
                    throw new AnotherHistoryException("position " + event.position() + " of the ledger " + problem);
                }
            }
            applyWhole();
            more = !page.isEmpty();
        }
        if (!chain.open().isEmpty()) {
            long at = chain.base();
            restartAt(at, chain.head());
            throw new IllegalStateException("the ledger gives no commit at position " + at + " whose hash is right");
        }
        decide();
    }

    /** Position of the last event applied, -1 for none. */
    public long applied() {
        return applied.next() - 1;
    }

    private void take(Received record, ChainedEvent event) {
        if (event.position() > chain.next()) {
            LOG.warn("positions {} to {} did not come over Kafka", chain.next(), event.position() - 1);
            settle();
            readFromLedger(event.position());
        }
        if (event.position() < chain.base()) {
            repeated(record, event);
            return;
        }
        if (event.position() < chain.next() && event.same(chain.open().get((int) (event.position() - chain.base())))) {
            return; // sent again before its commit was complete
        }
        undecided.add(record);
        if (chain.offer(event, whole) != null) {
            settle();
            readFromLedger(Long.MAX_VALUE);
        }
    }

    private void repeated(Received record, ChainedEvent event) {
        String expected = known.get(event.position());
        if (event.position() >= applied.next()) {
            undecided.add(record);
        } else if (expected != null && !expected.equals(event.fingerprint())) {
            misfits.add(record.place(), event.position(), notTheLedgers(event));
        }
    }

    /** Applies what continues the chain, unless the ledger reports another hash. */
    private void settle() {
        if (whole.isEmpty()) {
            return;
        }
        if (confirmed(whole.get(whole.size() - 1))) {
            applyWhole();
            decideApplied();
        } else {
            whole.clear();
            restartAt(applied.next(), applied.hash());
            readFromLedger(Long.MAX_VALUE);
        }
    }

    private boolean confirmed(ChainedEvent last) {
        if (askAgainAt != null && nanoTime.getAsLong() - askAgainAt < 0) {
            return true;
        }
        try {
            boolean same = last.commitHash().equals(hashAt(last.position()));
            askAgainAt = null;
            return same;
        } catch (RuntimeException e) {
            LOG.info("the ledger is currently unavailable; what continues the chain is applied: {}", e.toString());
            askAgainAt = nanoTime.getAsLong() + ASK_AGAIN;
            return true;
        }
    }

    private @Nullable String hashAt(long position) {
        List<ChainedEvent> found = feed.events(position, 1);
        return found.isEmpty() || found.get(0).position() != position
                ? null
                : found.get(0).commitHash();
    }

    private void applyWhole() {
        if (whole.isEmpty()) {
            return;
        }
        sink.apply(List.copyOf(whole), chain.head());
        applied = new Head(chain.base(), chain.head());
        whole.forEach(event -> known.put(event.position(), event.fingerprint()));
        whole.clear();
        var oldest = known.keySet().iterator();
        for (int surplus = known.size() - REMEMBERED; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
        misfits.applied(applied.next() - 1);
    }

    /** An undecided record is the ledger's own if it equals the event applied at its position. */
    private void decideApplied() {
        undecided.removeIf(record -> {
            ChainedEvent event = record.event();
            if (event == null || event.position() >= applied.next()) {
                return false;
            }
            String expected = known.get(event.position());
            if (expected != null && !expected.equals(event.fingerprint())) {
                misfits.add(record.place(), event.position(), notTheLedgers(event));
            }
            return true;
        });
    }

    /** All events of the ledger are applied: records that are still undecided are not its own. */
    private void decide() {
        decideApplied();
        for (Received record : undecided) {
            ChainedEvent event = record.event();
            if (event != null) {
                misfits.add(
                        record.place(),
                        applied.next(),
                        "names position " + event.position() + ", the ledger ends at " + (applied.next() - 1));
            }
        }
        undecided.clear();
    }

    private void restartAt(long next, String head) {
        chain = new CommitAssembler(next, head);
        applied = new Head(next, head);
        whole.clear();
    }

    private static String notTheLedgers(ChainedEvent event) {
        return "is not the ledger's event at position " + event.position();
    }
}
