package org.dutyledger.submission.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.MemoryService.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.submission.MemoryService;
import org.junit.jupiter.api.Test;

class RisingClockTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private Instant server = NOW;
    private final Clock clock = ((InstantSource) () -> server).withZone(ZoneOffset.UTC);
    private final Ledger ledger = new MemoryLedger();

    @Test
    void itFollowsTheServersClock_andStopsWhileThatIsSetBack() {
        Clock rising = new RisingClock(clock, ledger);
        assertThat(rising.instant()).isEqualTo(NOW);
        server = NOW.plus(HOUR);
        assertThat(rising.instant()).isEqualTo(NOW.plus(HOUR));
        server = NOW;
        assertThat(rising.instant()).isEqualTo(NOW.plus(HOUR));
        server = NOW.plus(HOUR).plusMillis(1);
        assertThat(rising.instant()).isEqualTo(NOW.plus(HOUR).plusMillis(1));
    }

    @Test
    void eventsAfterTheClockWasSetBack_changeNoAnswerAboutThePast() {
        new MemoryService(ledger, clock).withCycle().submit("k1", MemoryService.budget("18.87"));
        Instant asked = NOW.minus(HOUR.dividedBy(2));
        server = NOW.minus(HOUR);
        new MemoryService(ledger, clock).submit("k2", MemoryService.schools("12"));
        assertThat(ledger.read(0, 100)).hasSizeGreaterThan(3).allMatch(commit -> commit.recordedAt()
                .isAfter(asked));
    }
}
