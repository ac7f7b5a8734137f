package org.dutyledger.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.ledger.Commits.commit;
import static org.dutyledger.ledger.Commits.event;
import static org.dutyledger.ledger.Commits.request;
import static org.dutyledger.ledger.Commits.run;

import java.time.Duration;
import java.util.List;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.append.Pending.Outcome;
import org.dutyledger.ledger.store.Tail;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final Intake intake = new Intake(new AppendSettings(Duration.ofSeconds(1), 5, 3, 100));

    @Test
    void a_batch_ends_at_its_limit_of_commits() {
        List<Pending> all = List.of(offer(run("a", 0, 1), 1), offer(run("b", 0, 1), 1), offer(run("c", 0, 1), 1));
        Pending fourth = offer(run("d", 0, 1), 1);
        assertThat(intake.takeBatch()).isEqualTo(all);
        assertThat(intake.takeBatch()).containsExactly(fourth);
        assertThat(intake.isEmpty()).isTrue();
    }

    @Test
    void a_batch_ends_at_its_limit_of_bytes_but_holds_at_least_one() {
        Pending large = offer(run("a", 0, 1), 100);
        Pending small = offer(run("b", 0, 1), 1);
        assertThat(intake.takeBatch()).containsExactly(large);
        assertThat(intake.takeBatch()).containsExactly(small);
    }

    @Test
    void a_cancelled_commit_is_never_sent() {
        Pending gone = offer(run("a", 0, 1), 1);
        assertThat(gone.giveUp()).isTrue();
        assertThat(gone.giveUp()).isTrue();
        assertThat(intake.takeBatch()).isEmpty();
    }

    @Test
    void a_sent_commit_can_no_longer_be_cancelled_unless_it_came_back() {
        Pending one = offer(run("a", 0, 1), 1);
        Pending other = offer(run("b", 0, 1), 1);
        intake.takeBatch();
        assertThat(one.giveUp()).isFalse();
        assertThat(one.abandoned()).isTrue();
        assertThat(one.backToQueue()).isFalse();
        assertThat(other.backToQueue()).isTrue();
        assertThat(other.giveUp()).isTrue();
    }

    @Test
    void commits_that_share_a_place_never_go_together_and_the_later_one_is_refused() {
        Pending first = offer(run("a", 0, 2), 1);
        NewCommit clashing = commit(event("b", 0), event("a", 1));
        Pending second = offer(clashing, 1);
        assertThat(intake.takeBatch()).containsExactly(first);
        first.place(Tail.empty());
        first.stored();
        assertThat(intake.takeBatch()).isEmpty();
        assertThat(second.outcome())
                .isCompletedWithValue(new Outcome.Conflict(clashing.events().get(1)));
    }

    @Test
    void a_commit_behind_one_that_failed_is_sent_after_all() {
        Pending first = offer(run("a", 0, 1), 1);
        Pending second = offer(run("a", 0, 1), 1);
        intake.takeBatch();
        first.end(new Outcome.Refused("test"));
        assertThat(intake.takeBatch()).containsExactly(second);
    }

    @Test
    void a_repeated_request_in_the_same_moment_gets_the_receipt_of_the_first() {
        Pending first = offer(request("r", event("a", 0)), 1);
        Pending second = offer(request("r", event("b", 0)), 1);
        intake.takeBatch();
        first.place(Tail.empty());
        first.stored();
        intake.takeBatch();
        assertThat(second.outcome())
                .isCompletedWithValueMatching(outcome -> outcome instanceof Outcome.Stored stored
                        && stored.receipt().repeated()
                        && stored.receipt().firstPosition() == 0);
    }

    @Test
    void what_is_put_back_goes_first_and_in_order() {
        Pending a = offer(run("a", 0, 1), 1);
        Pending b = offer(run("b", 0, 1), 1);
        List<Pending> batch = intake.takeBatch();
        Pending c = offer(run("c", 0, 1), 1);
        batch.forEach(Pending::backToQueue);
        intake.putFirst(batch);
        assertThat(intake.takeBatch()).containsExactly(a, b, c);
    }

    @Test
    void a_closed_intake_takes_nothing_and_refuses_the_rest() {
        Pending waiting = offer(run("a", 0, 1), 1);
        intake.close();
        assertThat(intake.offer(new Pending(run("b", 0, 1), () -> 1))).isFalse();
        intake.refuseAll("closed");
        assertThat(waiting.outcome()).isCompletedWithValue(new Outcome.Refused("closed"));
    }

    private Pending offer(NewCommit commit, int bytes) {
        Pending pending = new Pending(commit, () -> bytes);
        assertThat(intake.offer(pending)).isTrue();
        return pending;
    }
}
