package org.dutyledger.submission.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.dutyledger.ledger.LedgerReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clock that never runs backwards, nor before the ledger's last time at the start. When the server's clock is set
 * back, it stops until that has caught up: an event with an earlier time would change what was known at that time.
 *
 * <p>{@link #instant} reads the ledger once and throws what that throws. Thread-safe.
 */
public final class RisingClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(RisingClock.class);
    /** Servers' clocks differ by less, and commits are not stored in the order in which they were stamped. */
    private static final Duration USUAL = Duration.ofSeconds(5);

    private final Clock clock;
    private final LedgerReader ledger;
    private final AtomicReference<Instant> last = new AtomicReference<>();
    private final AtomicBoolean setBack = new AtomicBoolean();

    public RisingClock(Clock clock, LedgerReader ledger) {
        this.clock = clock;
        this.ledger = ledger;
    }

    @Override
    public Instant instant() {
        if (last.get() == null) {
            last.compareAndSet(null, recordedLast());
        }
        Instant now = clock.instant();
        Instant rising = last.accumulateAndGet(now, (before, read) -> read.isAfter(before) ? read : before);
        boolean behind = now.isBefore(rising.minus(USUAL));
        if (setBack.getAndSet(behind) != behind && behind) {
            LOG.warn(
                    "the clock shows {}, but events were recorded at {}; that time is used until it has passed",
                    now,
                    rising);
        }
        return rising;
    }

    private Instant recordedLast() {
        long size = ledger.size();
        return size == 0 ? Instant.EPOCH : ledger.read(size - 1, 1).get(0).recordedAt();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new RisingClock(clock.withZone(zone), ledger);
    }
}
