package org.dutyledger.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.dutyledger.ledger.Commits.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dutyledger.ledger.AppendOutcomeUnknownException;
import org.dutyledger.ledger.LedgerBusyException;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.store.InsertOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitLedgerTest {
    private final ScriptedStore store = new ScriptedStore();
    private GroupCommitLedger ledger = open(AppendSettings.defaults());

    private GroupCommitLedger open(AppendSettings settings) {
        return new GroupCommitLedger(store, settings, new AppendListener() {});
    }

    private void reopen(Duration timeout, int queueCapacity) {
        ledger.close();
        ledger = open(new AppendSettings(timeout, queueCapacity, 512, 1_000));
    }

    @AfterEach
    void close() {
        store.release();
        ledger.close();
    }

    @Test
    void what_waits_while_a_batch_is_in_flight_goes_together() {
        store.hold();
        List<CompletableFuture<Receipt>> calls = new ArrayList<>();
        calls.add(append("first", 0));
        await().until(() -> store.batches().size() == 1);
        for (int i = 0; i < 10; i++) {
            calls.add(append("s" + i, 0));
        }
        await().until(() -> ledger.waiting() == 10);
        store.release();
        calls.forEach(CompletableFuture::join);

        assertThat(store.batches()).extracting(List::size).containsExactly(1, 10);
    }

    @Test
    void a_full_queue_refuses_at_once_and_nothing_is_stored() {
        reopen(Duration.ofSeconds(30), 1);
        store.hold();
        CompletableFuture<Receipt> sent = append("a", 0);
        await().until(() -> store.batches().size() == 1);
        CompletableFuture<Receipt> waiting = append("b", 0);
        await().until(() -> ledger.waiting() == 1);

        assertThatThrownBy(() -> ledger.append(run("c", 0, 1))).isInstanceOf(LedgerBusyException.class);
        store.release();
        assertThat(sent.join().firstPosition()).isZero();
        assertThat(waiting.join().firstPosition()).isEqualTo(1);
        assertThat(ledger.size()).isEqualTo(2);
    }

    @Test
    void a_caller_that_leaves_before_anything_was_sent_knows_that_nothing_is_stored() {
        reopen(Duration.ofMillis(200), 10);
        store.unreachable(true);
        assertThatThrownBy(() -> ledger.append(run("a", 0, 1))).isInstanceOf(LedgerBusyException.class);
        store.unreachable(false);
        // the appender may still be waiting before it looks again, longer than this short limit
        Receipt receipt = await().ignoreException(LedgerBusyException.class)
                .until(() -> ledger.append(run("b", 0, 1)), r -> true);
        assertThat(receipt.firstPosition()).isZero();
        assertThat(ledger.size()).isEqualTo(1);
    }

    @Test
    void a_caller_that_leaves_after_sending_gets_an_unknown_outcome() {
        reopen(Duration.ofMillis(200), 10);
        store.hold();
        assertThatThrownBy(() -> ledger.append(run("a", 0, 1))).isInstanceOf(AppendOutcomeUnknownException.class);
    }

    @Test
    void an_unknown_outcome_is_looked_up_and_not_repeated() {
        store.answerOnce(new InsertOutcome.Unknown(null), true);
        Receipt receipt = ledger.append(run("a", 0, 2));
        assertThat(receipt.repeated()).isFalse();
        assertThat(ledger.size()).isEqualTo(2);
        assertThat(store.batches()).hasSize(1);
    }

    @Test
    void an_unknown_outcome_that_stored_nothing_is_sent_again() {
        store.answerOnce(new InsertOutcome.Unknown(null), false);
        assertThat(ledger.append(run("a", 0, 2)).lastPosition()).isEqualTo(1);
        assertThat(store.batches()).hasSize(2);
    }

    /** Memory may have been short for a moment, and elsewhere; an appender that ended would refuse for ever. */
    @Test
    void an_error_is_an_unknown_outcome_and_the_appender_lives_on() {
        store.failOnce(new OutOfMemoryError("just now"));
        assertThat(ledger.append(run("a", 0, 2)).lastPosition()).isEqualTo(1);
        assertThat(ledger.append(run("b", 0, 1)).firstPosition()).isEqualTo(2);
        assertThat(store.batches()).hasSize(2);
    }

    @Test
    void a_clash_that_nothing_durable_explains_is_tried_again() {
        store.answerOnce(new InsertOutcome.Clash(0), false);
        assertThat(ledger.append(run("a", 0, 1)).firstPosition()).isZero();
    }

    @Test
    void a_commit_larger_than_a_batch_is_refused() {
        reopen(Duration.ofSeconds(5), 10);
        assertThatThrownBy(() -> ledger.append(run("a", 0, 100))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_read_without_an_answer_is_a_busy_ledger() {
        store.unreachable(true);
        assertThatThrownBy(() -> ledger.size()).isInstanceOf(LedgerBusyException.class);
        assertThatThrownBy(() -> ledger.read(0, 1)).isInstanceOf(LedgerBusyException.class);
    }

    @Test
    void closing_stores_what_waits_and_takes_nothing_more() {
        store.hold();
        CompletableFuture<Receipt> sent = append("a", 0);
        await().until(() -> store.batches().size() == 1);
        CompletableFuture<Receipt> waiting = append("b", 0);
        await().until(() -> ledger.waiting() == 1);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(ledger::close);
        store.release();
        closing.join();

        assertThat(sent.join().firstPosition()).isZero();
        assertThat(waiting.join().firstPosition()).isEqualTo(1);
        assertThatThrownBy(() -> ledger.append(run("c", 0, 1))).isInstanceOf(LedgerBusyException.class);
    }

    private CompletableFuture<Receipt> append(String stream, long sequence) {
        return CompletableFuture.supplyAsync(
                () -> ledger.append(run(stream, sequence, 1)), command -> new Thread(command).start());
    }
}
