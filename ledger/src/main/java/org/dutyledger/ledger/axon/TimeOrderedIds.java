package org.dutyledger.ledger.axon;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Mints UUIDs of version 7 (RFC 9562): the later, the greater, so that unique indexes grow at their right end. */
public final class TimeOrderedIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator random;

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Default: server time, and one generator per thread. Ids are unique, but not secret. */
    public static TimeOrderedIds system() {
        SecureRandom seeds = new SecureRandom(); // too slow, and one lock for all threads, to ask for each id
        ThreadLocal<SplittableRandom> own = ThreadLocal.withInitial(() -> new SplittableRandom(seeds.nextLong()));
        return new TimeOrderedIds(Clock.systemUTC(), () -> own.get().nextLong());
    }

    /** A new id; those of one millisecond are in no particular order. */
    public UUID next() {
        long high = clock.millis() << 16 | VERSION_7 | random.nextLong() >>> 52;
        return new UUID(high, random.nextLong() >>> 2 | VARIANT);
    }
}
