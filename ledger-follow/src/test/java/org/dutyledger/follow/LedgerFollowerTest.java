package org.dutyledger.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the topic holds, only the ledger's own commits are applied, whole and in order. */
class LedgerFollowerTest {
    private final Chain ledger =
            new Chain().commit("a0").commit("b1", "b2", "b3").commit("c4").commit("d5", "d6");
    private final List<String> applied = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Misfits misfits = new Misfits();
    private boolean unreachable;
    private long nanos;
    private long offset;
    private String head = "";
    private final LedgerFollower follower = new LedgerFollower(
            (from, limit) -> {
                asked.add(from + "+" + limit);
                if (unreachable) {
                    throw new IllegalStateException("away");
                }
                return ledger.read(from, limit);
            },
            (events, last) -> {
                events.forEach(event -> applied.add(new String(event.data(), UTF_8)));
                head = last;
            },
            misfits,
            () -> nanos);

    @Test
    void commits_areAppliedWhole_whateverThePolls() {
        accept(ledger.events.subList(0, 3));
        assertThat(applied).containsExactly("a0");
        accept(ledger.events.subList(3, 6));
        assertThat(applied).containsExactly("a0", "b1", "b2", "b3", "c4");
        accept(ledger.events.subList(6, 7));
        assertAllApplied();
        assertThat(misfits.count()).isZero();
        assertThat(asked)
                .as("whether the last commit of a poll is the ledger's")
                .containsExactly("0+1", "4+1", "6+1");
    }

    @Test
    void repetitions_areDropped_alsoInsideACommit() {
        accept(List.of(at(0), at(1), at(1), at(2), at(0), at(2), at(3), at(1), at(4)));
        accept(ledger.events);
        assertAllApplied();
        assertThat(misfits.count()).isZero();
    }

    @Test
    void gaps_areReadFromTheLedger_alsoFromInsideACommit() {
        accept(List.of(at(0), at(2), at(3), at(6)));
        assertAllApplied();
        assertThat(misfits.count()).isZero();
    }

    @Test
    void copyOfTheLastRecord_underTheNextPosition_isAnAlarmUntilTheGenuineEvent() {
        accept(ledger.events);
        accept(List.of(Chain.withText(Chain.withPosition(at(6), 7), "forged")));
        assertAllApplied();
        assertThat(misfits.alarm().orElseThrow()).contains("evidence/0/7", "position 7", "the ledger ends at 6");
        ledger.commit("e7");
        accept(ledger.events.subList(7, 8));
        assertAllApplied();
        assertThat(misfits.alarm()).isEmpty();
        assertThat(misfits.recent()).contains("evidence/0/7");
    }

    @Test
    void forgedCommitWithRightHashes_isNotApplied() {
        accept(ledger.events);
        accept(ledger.next("forged"));
        assertAllApplied();
        assertThat(misfits.alarm()).isPresent();
        accept(ledger.commit("e7").read(7, 1));
        assertAllApplied();
        assertThat(misfits.alarm()).isEmpty();
    }

    @Test
    void forgedThenGenuine_inOnePoll() {
        List<ChainedEvent> forged = ledger.next("forged");
        List<ChainedEvent> altered = ledger.next("x7");
        ledger.commit("e7", "e8");
        for (ChainedEvent false7 : List.of(
                forged.get(0),
                Chain.withText(altered.get(0), "y7"),
                Chain.withText(ledger.events.get(7), "y7"),
                Chain.withPosition(at(6), 7))) {
            applied.clear();
            follower.resume(0, LedgerFollower.genesis());
            List<ChainedEvent> all = new ArrayList<>(ledger.events);
            all.add(7, false7);
            accept(all);
            assertAllApplied();
        }
        assertThat(misfits.count()).isEqualTo(4);
        assertThat(misfits.alarm()).isEmpty();
    }

    @Test
    void alteredHeaders_areFoundEachByItself() {
        ChainedEvent c4 = at(4);
        String other = at(0).commitHash();
        Stream.of(
                        new ChainedEvent(4, other, c4.commitHash(), c4.commit(), c4.data()),
                        new ChainedEvent(4, c4.previousHash(), other, c4.commit(), c4.data()),
                        new ChainedEvent(4, c4.previousHash(), c4.commitHash(), new UUID(1, 1), c4.data()),
                        new ChainedEvent(5, c4.previousHash(), c4.commitHash(), c4.commit(), c4.data()),
                        new ChainedEvent(3, c4.previousHash(), c4.commitHash(), c4.commit(), c4.data()))
                .forEach(altered -> {
                    applied.clear();
                    follower.resume(0, LedgerFollower.genesis());
                    List<ChainedEvent> all = new ArrayList<>(ledger.events);
                    all.set(4, altered);
                    accept(all);
                    assertAllApplied();
                });
    }

    @Test
    void swappedRecords_giveTheLedgersOrder() {
        for (int i = 0; i < ledger.events.size() - 1; i++) {
            applied.clear();
            follower.resume(0, LedgerFollower.genesis());
            List<ChainedEvent> swapped = new ArrayList<>(ledger.events);
            Collections.swap(swapped, i, i + 1);
            accept(swapped);
            assertAllApplied();
        }
        assertThat(misfits.alarm()).isEmpty();
    }

    @Test
    void unreadableRecord_isNamed_andReadFromTheLedger() {
        accept(ledger.events.subList(0, 4));
        follower.accept(List.of(new Received("evidence/0/4", null, "has no position, but 'x'")));
        assertThat(misfits.alarm().orElseThrow()).isEqualTo("evidence/0/4 has no position, but 'x'");
        follower.compare();
        assertAllApplied();
        assertThat(misfits.alarm()).isEmpty();
    }

    @Test
    void commitThatStaysIncomplete_isNotWaitedFor() {
        accept(ledger.events);
        accept(List.of(Chain.withText(ledger.next("e7").get(0), "forged")));
        follower.idle();
        assertThat(misfits.alarm()).isEmpty();
        follower.idle();
        assertThat(misfits.alarm()).isPresent();
        accept(ledger.commit("e7").read(7, 1));
        assertAllApplied();
    }

    @Test
    void unavailableLedger_delaysNothing_andIsComparedLater() {
        unreachable = true;
        accept(ledger.events.subList(0, 5));
        accept(ledger.events.subList(5, 7));
        assertAllApplied();
        assertThat(asked).as("not requested again at once").containsExactly("4+1");
        nanos += 6_000_000_000L;
        unreachable = false;
        follower.compare();
        accept(ledger.commit("e7").read(7, 1));
        assertAllApplied();
    }

    @Test
    void forgedCommitWhileTheLedgerIsUnavailable_isFoundLater() {
        accept(ledger.events);
        unreachable = true;
        accept(ledger.next("forged"));
        assertThat(applied).endsWith("forged");
        unreachable = false;
        assertThatThrownBy(follower::compare)
                .isInstanceOf(AnotherHistoryException.class)
                .hasMessageContaining("another history: the commit applied at position 7")
                .hasMessageContaining("rebuild");
    }

    @Test
    void anotherHistoryUnderTheSamePosition_isNotContinued() {
        Chain other = new Chain().commit("a0").commit("b1", "b2", "b3").commit("C4");
        follower.resume(5, other.head());
        assertThatThrownBy(follower::compare).isInstanceOf(AnotherHistoryException.class);
        assertThatThrownBy(() -> accept(ledger.events.subList(5, 7)))
                .isInstanceOf(AnotherHistoryException.class)
                .hasMessageContaining("position 5 of the ledger");
        assertThat(applied).isEmpty();
        follower.resume(9, other.head());
        assertThatThrownBy(follower::compare).hasMessageContaining("the ledger ends before it");
    }

    @Test
    void feedWithAlteredBytes_isNotUsed() {
        ledger.events.set(4, Chain.withText(at(4), "altered"));
        assertThatThrownBy(() -> follower.readFromLedger(7)).isInstanceOf(RuntimeException.class);
        assertThat(applied).doesNotContain("altered", "d5");
    }

    @Test
    void readTo_appliesUpToAPosition() {
        follower.readFromLedger(5);
        assertThat(applied).containsExactly("a0", "b1", "b2", "b3", "c4");
        assertThat(head).isEqualTo(at(4).commitHash());
        assertThat(follower.applied()).isEqualTo(4);
    }

    private ChainedEvent at(int position) {
        return ledger.events.get(position);
    }

    private void accept(List<ChainedEvent> events) {
        List<Received> records = new ArrayList<>();
        for (ChainedEvent event : events) {
            records.add(new Received("evidence/0/" + offset++, event, ""));
        }
        follower.accept(records);
    }

    private void assertAllApplied() {
        assertThat(applied)
                .containsExactlyElementsOf(ledger.events.stream()
                        .map(event -> new String(event.data(), UTF_8))
                        .toList());
        assertThat(head).isEqualTo(ledger.head());
    }
}
