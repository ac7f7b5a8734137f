package org.dutyledger.ledger.append;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Decides how long to wait and when to ask for turns. Turns are asked for only a while after a lost race, so that a
 * lone appender pays almost nothing; an appender that wins all races checks from time to time whether another process
 * asks for turns. Affects only when a commit is stored, never what is stored.
 */
final class Pacing {
    private static final long MILLISECOND = 1_000_000;
    private static final long SHORTEST = MILLISECOND;
    private static final long LONGEST = 500 * MILLISECOND;
    private static final long LONGEST_LOOK = 50 * MILLISECOND;
    /** After a lost race, turns are asked for this long. */
    private static final long MEMORY = 2_000 * MILLISECOND;
    /** A turn ends with the first batch that is acknowledged after this time. */
    private static final long TURN = 4 * MILLISECOND;
    /** How often a waiting appender asks. */
    static final long ASK_EVERY = MILLISECOND;
    /** Longer than {@link #ASK_EVERY}, so that a waiting process comes first. */
    static final long AFTER_TURN = 2 * MILLISECOND;

    /** How often the winner of all races looks whether there are losers. */
    private static final long LOOK_EVERY = 20 * MILLISECOND;

    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private long nextBackoff = SHORTEST;
    private boolean contended;
    private long contendedUntil;
    private boolean myTurn;
    private long turnStarted;
    private long looked;

    Pacing(LongSupplier nanoTime, RandomGenerator random) {
        this.nanoTime = nanoTime;
        this.random = random;
    }

    /** Pauses that double, with jitter so that two appenders do not stay in step. */
    long backoff() {
        long nanos = nextBackoff / 2 + random.nextLong(nextBackoff / 2 + 1);
        nextBackoff = Math.min(2 * nextBackoff, LONGEST);
        return nanos;
    }

    /** A pause while the store answers and only its answer is not final yet: shorter, since that ends any moment. */
    long beforeNextLook() {
        return Math.min(backoff(), LONGEST_LOOK);
    }

    void wentWell() {
        nextBackoff = SHORTEST;
    }

    void lostRace() {
        nextBackoff = SHORTEST;
        contend();
    }

    private void contend() {
        contended = true;
        contendedUntil = nanoTime.getAsLong() + MEMORY;
    }

    boolean mustAskForTurn() {
        if (contended && !myTurn && nanoTime.getAsLong() - contendedUntil > 0) {
            contended = false;
        }
        return contended && !myTurn;
    }

    void turnGranted() {
        myTurn = true;
        turnStarted = nanoTime.getAsLong();
    }

    boolean mustLookForLosers() {
        return !contended && nanoTime.getAsLong() - looked > LOOK_EVERY;
    }

    void lookedForLosers(boolean found) {
        looked = nanoTime.getAsLong();
        if (found) {
            contend();
        }
    }

    /** Another process is appending, so the contention lasts. */
    void turnDenied() {
        contend();
    }

    boolean isMyTurn() {
        return myTurn;
    }

    boolean turnIsOver() {
        return myTurn && nanoTime.getAsLong() - turnStarted > TURN;
    }

    void turnEnded() {
        myTurn = false;
    }
}
