package org.dutyledger.ledger.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.dutyledger.ledger.LedgerBusyException;
import org.dutyledger.ledger.memory.MemoryCheckpoints;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.ledger.publish.Lease;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.checkpoint.InconsistentCheckpointException;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckpointScheduleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MemoryLedger ledger = new MemoryLedger();
    private final CheckpointHistory history = new MemoryCheckpoints();
    private final KeyPair keys = Ed25519Keys.generate();
    private final AtomicInteger asked = new AtomicInteger();
    private final Switch lease = new Switch();
    private long now = -5;
    private final CheckpointSchedule schedule = schedule(new Office(ledger, history, keys)::checkpoint);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anEmptyLedger_isNotSigned() {
        schedule.tick();
        pass(MINUTE);
        schedule.tick();
        assertThat(sizes()).isEmpty();
    }

    @Test
    void grownLedger_isSignedOnceAMinute() {
        Office.append(ledger, "t");
        schedule.tick();
        assertThat(sizes()).containsExactly(1L);
        Office.append(ledger, "t");
        schedule.tick();
        pass(MINUTE.minusNanos(1));
        schedule.tick();
        assertThat(sizes()).containsExactly(1L);
        Office.append(ledger, "t");
        pass(Duration.ofNanos(1));
        schedule.tick();
        assertThat(sizes()).containsExactly(1L, 3L);
    }

    @Test
    void unchangedLedger_isNotSignedAgain() {
        Office.append(ledger, "t");
        schedule.tick();
        for (int i = 0; i < 5; i++) {
            pass(MINUTE);
            schedule.tick();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void anIssuedReport_doesNotWait() {
        Office.append(ledger, "t");
        schedule.tick();
        Office.append(ledger, "report.issued.v1");
        schedule.tick();
        assertThat(sizes()).containsExactly(1L, 2L);
        Office.append(ledger, "t");
        schedule.tick();
        assertThat(sizes()).containsExactly(1L, 2L);
    }

    @Test
    void anIssuedReport_isSignedByTheProcessThatTakesOver() {
        Office.append(ledger, "t");
        schedule.tick();
        lease.held = false;
        Office.append(ledger, "report.issued.v1");
        schedule.tick();
        assertThat(sizes()).containsExactly(1L);
        CheckpointSchedule other = schedule(new Office(ledger, history, keys)::checkpoint);
        lease.held = true;
        other.tick();
        assertThat(sizes()).containsExactly(1L, 2L);
    }

    @Test
    void failedTurn_isRetriedAtOnce() {
        Office office = new Office(ledger, history, keys);
        AtomicInteger failures = new AtomicInteger(2);
        CheckpointSchedule troubled = schedule(() -> {
            if (failures.getAndDecrement() > 0) {
                throw new LedgerBusyException("away", null);
            }
            return office.checkpoint();
        });
        Office.append(ledger, "report.issued.v1");
        assertThatThrownBy(troubled::tick).hasMessage("away");
        assertThatThrownBy(troubled::tick).hasMessage("away");
        troubled.tick();
        assertThat(sizes()).containsExactly(1L);
    }

    @Test
    void refusedCheckpoint_isRetriedWhenTheNextIsDue() {
        CheckpointSchedule refused = schedule(() -> {
            throw new InconsistentCheckpointException("altered");
        });
        Office.append(ledger, "report.issued.v1");
        refused.tick();
        refused.tick();
        assertThat(asked).hasValue(1);
        pass(MINUTE);
        refused.tick();
        assertThat(asked).hasValue(2);
    }

    private CheckpointSchedule schedule(Supplier<SignedNote> checkpoint) {
        Supplier<SignedNote> counted = () -> {
            asked.incrementAndGet();
            return checkpoint.get();
        };
        return new CheckpointSchedule(
                ledger,
                history,
                counted,
                lease,
                new CheckpointSchedule.Pace(MINUTE, event -> event.type().startsWith("report.issued."), () -> now));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private List<Long> sizes() {
        return history.from(0, 100).stream()
                .map(note -> Checkpoint.parse(note.text()).size())
                .toList();
    }

    private static final class Switch implements Lease {
        private boolean held = true;

        @Override
        public boolean isHeld() {
            return held;
        }

        @Override
        public void close() {
            held = false;
        }
    }
}
