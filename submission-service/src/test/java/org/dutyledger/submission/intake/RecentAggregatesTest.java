package org.dutyledger.submission.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dutyledger.submission.MemoryService.budget;
import static org.dutyledger.submission.MemoryService.schools;

import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.submission.MemoryService;
import org.junit.jupiter.api.Test;

/** The ledger always overrides a kept aggregate. */
class RecentAggregatesTest {

    @Test
    void onlyTheLastOnes_areKept() {
        RecentAggregates recent = new RecentAggregates(2);
        recent.put("a", 1);
        recent.put("b", 2);
        assertThat(recent.<String, Integer>get("a")).isEqualTo(1);
        recent.put("c", 3);
        assertThat(recent.containsKey("b")).isFalse();
        assertThat(recent.putIfAbsent("a", 9)).isFalse();
        assertThat(recent.<String, Integer>get("a")).isEqualTo(1);
        assertThat(recent.remove("a")).isTrue();
        assertThat(recent.remove("a")).isFalse();
        recent.removeAll();
        assertThat(recent.containsKey("c")).isFalse();
        assertThatThrownBy(() -> recent.registerCacheEntryListener(null))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void uncached_nothingIsReused_butWhatIsReadIsKept() {
        RecentAggregates recent = new RecentAggregates(2);
        recent.put("a", 1);
        Object seen = recent.uncached(() -> {
            Object before = recent.get("a");
            recent.put("a", 2);
            return before;
        });
        assertThat(seen).isNull();
        assertThat(recent.<String, Integer>get("a")).isEqualTo(2);
    }

    @Test
    void aKeyReusedAtAnotherInstance_leavesNoTraceInMemory() {
        MemoryLedger ledger = new MemoryLedger();
        MemoryService one = new MemoryService(ledger).withCycle();
        MemoryService two = new MemoryService(new BlindToRequests(ledger));
        one.submit("k", budget("1"));
        // its look-up finds nothing, so only the ledger's own key stops it, after the aggregate has applied the event
        assertThatThrownBy(() -> two.submit("k", schools("2"))).isInstanceOf(RuntimeException.class);
        SubmissionAnswer later = two.submit("k2", schools("3"));
        assertThat(later.repeated()).isFalse();
        assertThat(ledger.readStream("evidence/c/2", 0, 10))
                .extracting(org.dutyledger.ledger.StoredEvent::sequence)
                .containsExactly(0L, 1L);
        ledger.close();
    }

    /** An instance that looks up too early. */
    private record BlindToRequests(Ledger ledger) implements Ledger {
        @Override
        public org.dutyledger.ledger.Receipt append(org.dutyledger.ledger.NewCommit commit) {
            return ledger.append(commit);
        }

        @Override
        public java.util.List<org.dutyledger.ledger.StoredCommit> read(long position, int limit) {
            return ledger.read(position, limit);
        }

        @Override
        public java.util.List<org.dutyledger.ledger.StoredEvent> readStream(String stream, long first, int limit) {
            return ledger.readStream(stream, first, limit);
        }

        @Override
        public java.util.OptionalLong lastSequence(String stream) {
            return ledger.lastSequence(stream);
        }

        @Override
        public java.util.Optional<org.dutyledger.ledger.StoredCommit> findRequest(String requestId) {
            return java.util.Optional.empty();
        }

        @Override
        public long size() {
            return ledger.size();
        }
    }
}
