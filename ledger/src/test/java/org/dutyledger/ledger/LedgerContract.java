package org.dutyledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dutyledger.ledger.Commits.all;
import static org.dutyledger.ledger.Commits.commit;
import static org.dutyledger.ledger.Commits.event;
import static org.dutyledger.ledger.Commits.exported;
import static org.dutyledger.ledger.Commits.request;
import static org.dutyledger.ledger.Commits.run;
import static org.dutyledger.ledger.Commits.verified;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.proof.verify.ChainVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@code ledger/README.md}, by name; every store keeps all of them. */
public abstract class LedgerContract {
    protected Ledger ledger;

    /** An empty ledger, closed by the implementing class. */
    protected abstract Ledger open();

    @BeforeEach
    void openLedger() {
        ledger = open();
    }

    @Test
    void positions_are_contiguous_from_0() {
        Receipt first = ledger.append(run("a", 0, 3));
        Receipt second = ledger.append(run("b", 0, 1));
        Receipt third = ledger.append(run("a", 3, 2));

        assertThat(List.of(first.firstPosition(), second.firstPosition(), third.firstPosition()))
                .containsExactly(0L, 3L, 4L);
        assertThat(List.of(first.lastPosition(), second.lastPosition(), third.lastPosition()))
                .containsExactly(2L, 3L, 5L);
        assertThat(ledger.size()).isEqualTo(6);
        assertThat(all(ledger).stream().flatMap(c -> c.events().stream()).map(StoredEvent::position))
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void an_empty_ledger_has_size_0_and_no_commits() {
        assertThat(ledger.size()).isZero();
        assertThat(ledger.read(0, 10)).isEmpty();
        assertThat(ledger.readStream("a", 0, 10)).isEmpty();
        assertThat(ledger.lastSequence("a")).isEmpty();
        assertThat(ledger.findRequest("r")).isEmpty();
    }

    @Test
    void what_append_returned_can_be_read_at_its_position() {
        NewCommit commit = request("school-7:key-1", event("a", 0), event("b", 0));
        Receipt receipt = ledger.append(commit);

        StoredCommit stored = ledger.read(receipt.firstPosition(), 1).get(0);
        assertThat(stored.id()).isEqualTo(commit.id());
        assertThat(stored.requestId()).isEqualTo("school-7:key-1");
        assertThat(stored.recordedAt()).isEqualTo(commit.recordedAt());
        assertThat(stored.hash()).isEqualTo(receipt.hash());
        assertThat(receipt.repeated()).isFalse();
    }

    @Test
    void bytes_come_back_as_they_went_in() {
        byte[] data = new byte[256];
        IntStream.range(0, 256).forEach(i -> data[i] = (byte) i);
        ledger.append(commit(new NewEvent("流/a b", 0, "type.v1", "id-1", data)));

        StoredEvent event = ledger.readStream("流/a b", 0, 1).get(0);
        assertThat(event.data()).isEqualTo(data);
        assertThat(event.type()).isEqualTo("type.v1");
        assertThat(event.id()).isEqualTo("id-1");
        assertThat(event.stream()).isEqualTo("流/a b");
    }

    @Test
    void reading_order_is_commit_order() {
        List<UUID> appended = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            NewCommit commit = run("s" + i % 3, i / 3, 1);
            ledger.append(commit);
            appended.add(commit.id());
        }
        assertThat(all(ledger)).extracting(StoredCommit::id).containsExactlyElementsOf(appended);
        assertThat(ledger.read(5, 4)).extracting(StoredCommit::position).containsExactly(5L, 6L, 7L, 8L);
    }

    @Test
    void reading_from_inside_a_commit_starts_with_that_commit() {
        ledger.append(run("a", 0, 2));
        ledger.append(run("b", 0, 5));
        ledger.append(run("c", 0, 1));
        assertThat(ledger.read(4, 10)).extracting(StoredCommit::position).containsExactly(2L, 7L);
        assertThat(ledger.read(6, 1)).extracting(StoredCommit::position).containsExactly(2L);
    }

    @Test
    void reading_at_or_after_the_end_is_empty() {
        ledger.append(run("a", 0, 2));
        assertThat(ledger.read(2, 10)).isEmpty();
        assertThat(ledger.read(1_000, 10)).isEmpty();
    }

    @Test
    void an_event_is_found_at_its_position_and_a_stream_at_any() {
        ledger.append(run("a", 0, 2));
        ledger.append(commit(event("b", 0), event("a", 2), event("b", 1)));
        ledger.append(run("a", 3, 1));
        List<Long> of = List.of(0L, 1L, 2L, 2L, 3L, 3L, 4L, 4L);
        for (int position = 0; position < of.size(); position++) {
            assertThat(ledger.sequenceAt("a", position)).as("a at %s", position).isEqualTo(of.get(position));
        }
        assertThat(ledger.sequenceAt("b", 4)).isEqualTo(1);
        assertThat(ledger.sequenceAt("b", Long.MAX_VALUE)).isEqualTo(2);
        assertThat(ledger.sequenceAt("none", 4)).isZero();
        assertThat(ledger.find(3))
                .hasValueSatisfying(e -> assertThat(e.stream() + e.sequence()).isEqualTo("a2"));
        assertThat(ledger.find(5))
                .hasValueSatisfying(e -> assertThat(e.stream() + e.sequence()).isEqualTo("a3"));
        for (long nowhere : new long[] {-1, 6, Long.MAX_VALUE}) {
            assertThat(ledger.find(nowhere)).isEmpty();
        }
    }

    @Test
    void every_commit_carries_the_hash_of_the_one_before() {
        for (int i = 0; i < 5; i++) {
            ledger.append(run("a", 2L * i, 2));
        }
        ChainVerifier verifier = verified(ledger);
        assertThat(verifier.size()).isEqualTo(10);
    }

    @Test
    void a_commit_is_stored_as_a_whole_or_not_at_all() {
        ledger.append(run("a", 0, 1));
        NewEvent clash = event("a", 0);
        assertThatThrownBy(() -> ledger.append(commit(event("b", 0), clash, event("c", 0))))
                .isInstanceOfSatisfying(StreamConflictException.class, e -> assertThat(e.event())
                        .isEqualTo(clash));
        assertThat(ledger.size()).isEqualTo(1);
        assertThat(ledger.readStream("b", 0, 10)).isEmpty();
        assertThat(ledger.lastSequence("c")).isEmpty();
        ledger.append(run("b", 0, 1));
        verified(ledger);
    }

    @Test
    void a_place_in_a_stream_is_taken_once() {
        ledger.append(run("a", 0, 2));
        assertThatThrownBy(() -> ledger.append(run("a", 1, 1))).isInstanceOf(StreamConflictException.class);
        assertThat(ledger.append(run("a", 2, 1)).firstPosition()).isEqualTo(2);
    }

    @Test
    void an_event_id_is_stored_once() {
        ledger.append(commit(event("a", 0, "id-1")));
        assertThatThrownBy(() -> ledger.append(commit(event("b", 0), event("b", 1, "id-1"))))
                .isInstanceOfSatisfying(
                        StreamConflictException.class,
                        e -> assertThat(e.event().id()).isEqualTo("id-1"));
        assertThat(ledger.size()).isEqualTo(1);
    }

    @Test
    void a_commit_that_clashes_with_itself_is_refused() {
        assertThatThrownBy(() -> ledger.append(commit(event("a", 1), event("a", 1))))
                .isInstanceOf(StreamConflictException.class);
        assertThatThrownBy(() -> ledger.append(commit(event("a", 0, "x"), event("b", 0, "x"))))
                .isInstanceOf(StreamConflictException.class);
        assertThatThrownBy(() -> ledger.append(commit(event("a", 0), event("a", 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.size()).isZero();
    }

    @Test
    void a_repeated_request_gets_the_first_receipt() {
        Receipt first = ledger.append(request("r-1", event("a", 0), event("a", 1)));
        ledger.append(run("b", 0, 1));
        for (NewCommit again : List.of(request("r-1", event("a", 0)), request("r-1", event("z", 0)))) {
            Receipt repeated = ledger.append(again);
            assertThat(repeated.repeated()).isTrue();
            assertThat(repeated.firstPosition()).isEqualTo(first.firstPosition());
            assertThat(repeated.lastPosition()).isEqualTo(first.lastPosition());
            assertThat(repeated.hash()).isEqualTo(first.hash());
        }
        assertThat(ledger.size()).isEqualTo(3);
        assertThat(ledger.findRequest("r-1").map(StoredCommit::position)).isEqualTo(Optional.of(0L));
    }

    @Test
    void the_same_commit_appended_again_gets_the_first_receipt() {
        NewCommit commit = run("a", 0, 1);
        Receipt first = ledger.append(commit);
        ledger.append(run("b", 0, 1));
        Receipt again = ledger.append(commit);
        assertThat(again.firstPosition()).isEqualTo(first.firstPosition());
        assertThat(again.repeated()).isTrue();
        assertThat(ledger.size()).isEqualTo(2);
    }

    @Test
    void a_stream_is_read_in_order_from_any_sequence() {
        ledger.append(commit(event("a", 0), event("b", 0), event("a", 1)));
        ledger.append(commit(event("b", 1)));
        ledger.append(commit(event("a", 2), event("a", 3)));

        assertThat(ledger.readStream("a", 0, 10))
                .extracting(StoredEvent::sequence)
                .containsExactly(0L, 1L, 2L, 3L);
        assertThat(ledger.readStream("a", 1, 2))
                .extracting(StoredEvent::position)
                .containsExactly(2L, 4L);
        assertThat(ledger.readStream("b", 1, 10))
                .extracting(StoredEvent::position)
                .containsExactly(3L);
        assertThat(ledger.readStream("a", 4, 10)).isEmpty();
        assertThat(ledger.lastSequence("a")).hasValue(3);
        assertThat(ledger.lastSequence("b")).hasValue(1);
    }

    @Test
    void a_stream_may_start_anywhere() {
        ledger.append(run("late", 5, 2));
        assertThat(ledger.readStream("late", 0, 10))
                .extracting(StoredEvent::sequence)
                .containsExactly(5L, 6L);
    }

    @Test
    void a_stream_is_read_whole_in_pages_of_any_size_also_over_holes() {
        ledger.append(commit(event("a", 0), event("b", 0), event("a", 1), event("a", 2)));
        ledger.append(commit(event("b", 1), event("a", 3)));
        ledger.append(run("b", 2, 3));
        ledger.append(commit(event("a", 40), event("b", 5), event("a", 41)));
        ledger.append(run("a", 42, 1));
        for (int limit = 1; limit <= 50; limit++) {
            assertThat(paged("a", limit)).as("pages of %d", limit).containsExactly(0L, 1L, 2L, 3L, 40L, 41L, 42L);
            assertThat(paged("b", limit)).as("pages of %d", limit).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        }
    }

    private List<Long> paged(String stream, int limit) {
        List<Long> sequences = new ArrayList<>();
        for (List<StoredEvent> page = ledger.readStream(stream, 0, limit);
                !page.isEmpty();
                page = ledger.readStream(stream, sequences.get(sequences.size() - 1) + 1, limit)) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            page.forEach(event -> sequences.add(event.sequence()));
        }
        return sequences;
    }

    @Test
    void concurrent_callers_each_get_their_own_place() {
        List<Receipt> receipts = Together.run(8, caller -> IntStream.range(0, 25)
                .mapToObj(i -> ledger.append(run("stream-" + caller, 2L * i, 2)))
                .toList());
        assertThat(receipts).extracting(Receipt::firstPosition).doesNotHaveDuplicates();
        ChainVerifier verifier = verified(ledger);
        assertThat(verifier.size()).isEqualTo(8 * 25 * 2);
        for (Receipt receipt : receipts) {
            assertThat(ledger.read(receipt.firstPosition(), 1).get(0).hash()).isEqualTo(receipt.hash());
        }
    }

    @Test
    void of_concurrent_callers_for_one_place_exactly_one_wins() {
        List<Boolean> won = Together.run(8, caller -> IntStream.range(0, 10)
                .mapToObj(i -> {
                    try {
                        ledger.append(run("hot", i, 1));
                        return true;
                    } catch (StreamConflictException e) {
                        return false;
                    }
                })
                .toList());
        assertThat(won).filteredOn(w -> w).hasSize(10);
        assertThat(verified(ledger).size()).isEqualTo(10);
    }

    @Test
    void of_concurrent_callers_with_one_request_all_get_one_receipt() {
        List<Receipt> receipts =
                Together.run(8, caller -> List.of(ledger.append(request("same", event("s" + caller, 0)))));
        assertThat(receipts).extracting(Receipt::firstPosition).containsOnly(0L);
        assertThat(receipts).filteredOn(r -> !r.repeated()).hasSize(1);
        assertThat(ledger.size()).isEqualTo(1);
        assertThat(exported(ledger.read(0, 1).get(0)).events()).hasSize(1);
    }
}
