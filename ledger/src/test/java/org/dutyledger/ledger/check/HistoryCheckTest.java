package org.dutyledger.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.ledger.Commits.event;
import static org.dutyledger.ledger.Commits.request;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.dutyledger.ledger.Commits;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.check.Violation.Kind;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.proof.chain.CommitHash;
import org.junit.jupiter.api.Test;

/** A sound log with a true history passes; each way of breaking one of the two is found, and named for what it is. */
class HistoryCheckTest {
    private final AtomicLong time = new AtomicLong();
    private final History history = new History(time::incrementAndGet);
    private final List<StoredCommit> log = new ArrayList<>();

    /** Three requests, one after the other, a stream of their own each and one in common. */
    private void threeRequests() {
        MemoryLedger ledger = new MemoryLedger();
        for (int i = 0; i < 3; i++) {
            NewCommit commit = request("r" + i, event("own-" + i, 0), event("common", i));
            History.Call call = history.begin("r" + i, commit.id());
            call.acknowledged(ledger.append(commit));
        }
        log.addAll(Commits.all(ledger));
        ledger.close();
    }

    @Test
    void sound_log_and_true_history() {
        threeRequests();
        history.begin("r1", UUID.randomUUID()).acknowledged(receipt(log.get(1), true));
        history.begin("r2", UUID.randomUUID()).unknown("no answer");
        history.begin("never", UUID.randomUUID()).refused("busy");
        history.begin("open", UUID.randomUUID());
        assertThat(found()).isEmpty();
        assertThat(history.counts()).isEqualTo("4 acknowledged, 1 refused, 1 unknown");
    }

    @Test
    void unknown_may_be_stored_or_not() {
        threeRequests();
        commitBehind(request("u", event("own-u", 0)));
        history.begin("u", UUID.randomUUID()).unknown("time-out");
        history.begin("v", UUID.randomUUID()).unknown("time-out");
        assertThat(found()).isEmpty();
    }

    @Test
    void gap() {
        threeRequests();
        log.remove(1);
        assertThat(found()).containsOnlyOnce(Kind.CHAIN).contains(Kind.LOST);
    }

    @Test
    void lost_receipt() {
        threeRequests();
        log.remove(2);
        assertThat(found()).containsExactly(Kind.LOST);
    }

    @Test
    void receipt_for_another_place() {
        threeRequests();
        Receipt wrong = new Receipt(2, 3, log.get(1).hash(), true);
        history.begin("r2", UUID.randomUUID()).acknowledged(wrong);
        assertThat(found()).contains(Kind.MISPLACED);
    }

    @Test
    void receipt_with_another_hash() {
        threeRequests();
        history.begin("r2", UUID.randomUUID()).acknowledged(4, 5, "00".repeat(32));
        assertThat(found()).contains(Kind.MISPLACED);
    }

    @Test
    void two_receipts_for_one_request() {
        threeRequests();
        history.begin("r0", UUID.randomUUID()).acknowledged(receipt(log.get(1), false));
        assertThat(found()).contains(Kind.DOUBLE_RECEIPT);
    }

    @Test
    void one_place_for_two_requests() {
        threeRequests();
        history.begin("other", UUID.randomUUID()).acknowledged(receipt(log.get(1), false));
        assertThat(found()).contains(Kind.DOUBLE_RECEIPT, Kind.LOST);
    }

    @Test
    void refused_yet_stored() {
        threeRequests();
        commitBehind(request("no", event("own-no", 0)));
        history.begin("no", UUID.randomUUID()).refused("conflict");
        assertThat(found()).containsExactly(Kind.REFUSED_YET_STORED);
    }

    @Test
    void refused_attempt_is_the_stored_one_though_a_later_one_was_acknowledged() {
        threeRequests();
        history.begin("r1", log.get(1).id()).refused("busy");
        assertThat(found()).containsExactly(Kind.REFUSED_YET_STORED);
    }

    @Test
    void unknown_stored_twice() {
        threeRequests();
        commitBehind(request("u", event("own-u", 0)));
        commitBehind(request("u", event("own-v", 0)));
        history.begin("u", UUID.randomUUID()).unknown("time-out");
        assertThat(found()).containsExactly(Kind.STORED_TWICE);
    }

    @Test
    void event_stored_twice() {
        threeRequests();
        commitBehind(request("u", event("own-u", 0, log.get(0).events().get(0).id())));
        history.begin("u", UUID.randomUUID()).unknown("time-out");
        assertThat(found()).containsExactly(Kind.STORED_TWICE);
    }

    @Test
    void a_stored_commit_that_no_client_requested() {
        threeRequests();
        commitBehind(request("stranger", event("own-u", 0)));
        assertThat(found()).containsExactly(Kind.STRANGER);
    }

    @Test
    void order_of_two_that_did_not_overlap() {
        MemoryLedger ledger = new MemoryLedger();
        Receipt second = ledger.append(request("second", event("s", 0)));
        Receipt first = ledger.append(request("first", event("f", 0)));
        history.begin("first", UUID.randomUUID()).acknowledged(first);
        history.begin("second", UUID.randomUUID()).acknowledged(second);
        log.addAll(Commits.all(ledger));
        ledger.close();
        assertThat(found()).containsExactly(Kind.ORDER);
    }

    @Test
    void order_of_two_that_overlapped_is_free() {
        MemoryLedger ledger = new MemoryLedger();
        Receipt second = ledger.append(request("second", event("s", 0)));
        Receipt first = ledger.append(request("first", event("f", 0)));
        History.Call one = history.begin("first", UUID.randomUUID());
        History.Call two = history.begin("second", UUID.randomUUID());
        one.acknowledged(first);
        two.acknowledged(second);
        log.addAll(Commits.all(ledger));
        ledger.close();
        assertThat(found()).isEmpty();
    }

    @Test
    void an_unanswered_request_stored_behind_its_time_is_seen_as_well() {
        MemoryLedger ledger = new MemoryLedger();
        Receipt late = ledger.append(request("late", event("l", 0)));
        Receipt first = ledger.append(request("first", event("f", 0)));
        history.begin("first", UUID.randomUUID()).acknowledged(first);
        history.begin("late", UUID.randomUUID()).unknown("time-out, begun after the other was told");
        assertThat(late.firstPosition()).isZero();
        log.addAll(Commits.all(ledger));
        ledger.close();
        assertThat(found()).containsExactly(Kind.ORDER);
    }

    @Test
    void hole_in_a_stream() {
        threeRequests();
        commitBehind(request("u", event("common", 4)));
        history.begin("u", UUID.randomUUID()).unknown("time-out");
        assertThat(found()).containsExactly(Kind.CHAIN);
    }

    @Test
    void broken_chain() {
        threeRequests();
        replace(1, c -> stored(c, CommitHash.genesis(), c.hash(), c.events()));
        assertThat(found()).containsExactly(Kind.CHAIN);
    }

    @Test
    void altered_bytes() {
        threeRequests();
        replace(2, c -> {
            StoredEvent e = c.events().get(0);
            StoredEvent forged =
                    new StoredEvent(e.position(), e.stream(), e.sequence(), e.type(), e.id(), "{}".getBytes());
            return stored(
                    c, c.previousHash(), c.hash(), List.of(forged, c.events().get(1)));
        });
        assertThat(found()).containsExactly(Kind.CHAIN);
    }

    @Test
    void wrong_root() {
        threeRequests();
        HistoryCheck whole = check();
        assertThat(check().continues(6, whole.root()).violations(history.all())).isEmpty();
        assertThat(check().continues(5, whole.root()).violations(history.all()))
                .extracting(Violation::kind)
                .containsExactly(Kind.ROOT);
        log.remove(2);
        assertThat(check().continues(6, whole.root()).violations(history.all()))
                .extracting(Violation::kind)
                .contains(Kind.ROOT);
    }

    @Test
    void what_is_learnt_after_the_log_was_read_counts_as_unknown() {
        threeRequests();
        long read = history.now();
        History.Call later = history.begin("later", UUID.randomUUID());
        later.acknowledged(6, 6, "ab");
        assertThat(check().violations(history.asKnownAt(read))).isEmpty();
        assertThat(found()).containsExactly(Kind.LOST);
    }

    private List<Kind> found() {
        return check().violations(history.all()).stream().map(Violation::kind).toList();
    }

    private HistoryCheck check() {
        HistoryCheck check = new HistoryCheck();
        log.forEach(check::accept);
        return check;
    }

    private void replace(int index, UnaryOperator<StoredCommit> change) {
        log.set(index, change.apply(log.get(index)));
    }

    /** Puts a soundly chained commit at the end, whatever the ledger would say of it. */
    private void commitBehind(NewCommit commit) {
        StoredCommit last = log.get(log.size() - 1);
        long position = last.nextPosition();
        List<StoredEvent> events = new ArrayList<>();
        for (NewCommit.NewEvent e : commit.events()) {
            events.add(new StoredEvent(position + events.size(), e.stream(), e.sequence(), e.type(), e.id(), e.data()));
        }
        byte[] leaves = CommitHash.leaves(
                commit.events().stream().map(NewCommit.NewEvent::data).toList());
        byte[] hash = CommitHash.commit(last.hash(), position, commit.id(), leaves);
        log.add(new StoredCommit(
                position, commit.id(), commit.requestId(), commit.recordedAt(), last.hash(), hash, events));
    }

    private static StoredCommit stored(StoredCommit c, byte[] previous, byte[] hash, List<StoredEvent> events) {
        return new StoredCommit(c.position(), c.id(), c.requestId(), c.recordedAt(), previous, hash, events);
    }

    private static Receipt receipt(StoredCommit commit, boolean repeated) {
        return new Receipt(commit.position(), commit.nextPosition() - 1, commit.hash(), repeated);
    }
}
